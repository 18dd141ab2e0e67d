/** One kind of file that may be sent in. */
export interface FileKind {
  /** The extensions it goes by; the first is the one we would give. */
  readonly extensions: readonly string[];
  /** What its content is recognised as; none for plain text, which has no mark of its own. */
  readonly content: readonly string[];
  /** What browsers declare it as; the first is what we serve it as. */
  readonly types: readonly [string, ...string[]];
}

const ooxml = "application/vnd.openxmlformats-officedocument";

/**
 * What may be sent as evidence: documents, pictures, and recordings of noise and nuisance.
 *
 * Nothing that runs, and nothing that a browser would take for a page: no HTML, no SVG, no macros.
 */
export const fileKinds = {
  pdf: { extensions: ["pdf"], content: ["application/pdf"], types: ["application/pdf"] },
  jpg: {
    extensions: ["jpg", "jpeg"],
    content: ["image/jpeg"],
    types: ["image/jpeg", "image/jpg", "image/pjpeg"],
  },
  png: { extensions: ["png"], content: ["image/png"], types: ["image/png"] },
  gif: { extensions: ["gif"], content: ["image/gif"], types: ["image/gif"] },
  heic: {
    extensions: ["heic", "heif"],
    content: ["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"],
    types: ["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"],
  },
  webp: { extensions: ["webp"], content: ["image/webp"], types: ["image/webp"] },
  docx: {
    extensions: ["docx"],
    content: [`${ooxml}.wordprocessingml.document`, "application/zip"],
    types: [`${ooxml}.wordprocessingml.document`],
  },
  xlsx: {
    extensions: ["xlsx"],
    content: [`${ooxml}.spreadsheetml.sheet`, "application/zip"],
    types: [`${ooxml}.spreadsheetml.sheet`],
  },
  txt: { extensions: ["txt"], content: [], types: ["text/plain"] },
  csv: {
    extensions: ["csv"],
    content: [],
    types: ["text/csv", "text/plain", "application/csv", "application/vnd.ms-excel"],
  },
  mp3: { extensions: ["mp3"], content: ["audio/mpeg"], types: ["audio/mpeg", "audio/mp3"] },
  m4a: {
    extensions: ["m4a"],
    content: ["audio/x-m4a", "audio/mp4", "video/mp4"],
    types: ["audio/mp4", "audio/x-m4a", "audio/m4a"],
  },
  wav: {
    extensions: ["wav"],
    content: ["audio/wav"],
    types: ["audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"],
  },
  mp4: {
    extensions: ["mp4", "m4v"],
    content: ["video/mp4", "video/x-m4v"],
    types: ["video/mp4", "video/x-m4v"],
  },
  mov: { extensions: ["mov"], content: ["video/quicktime"], types: ["video/quicktime"] },
} as const satisfies Record<string, FileKind>;

export type FileKindName = keyof typeof fileKinds;

/** What browsers say when the system does not know the kind: as good as saying nothing. */
const undeclared = new Set(["", "application/octet-stream", "binary/octet-stream"]);

export function kindByExtension(extension: string): FileKindName | undefined {
  return kindNames().find((name) => (fileKinds[name] as FileKind).extensions.includes(extension));
}

export function agreesWithType(kind: FileKind, declared: string): boolean {
  const [type = ""] = declared.toLowerCase().split(";");
  return undeclared.has(type.trim()) || kind.types.includes(type.trim());
}

function kindNames(): FileKindName[] {
  return Object.keys(fileKinds) as FileKindName[];
}
