import { buffer } from "node:stream/consumers";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import type { Tree } from "../tree.ts";

/** An archive that is not opened, and why, in a sentence. */
export class ArchiveRefused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = "ArchiveRefused";
  }
}

/** What an archive may come to: many times what the folder of a large council needs. */
const most = { files: 5000, bytesOfFile: 10_000_000, bytes: 60_000_000 };
/** YAML takes a hundred times as long to read as it takes to unpack. */
const mostOfYaml = { bytesOfFile: 512_000, bytes: 4_000_000 };

/**
 * Read all files of a zip archive, of which none leads out of it.
 *
 * What the archive says of its sizes is added up before anything is unpacked, and each file is held to it: one that
 * would unpack to more is given up there.
 *
 * @throws ArchiveRefused
 */
export async function unpackArchive(bytes: Uint8Array): Promise<Tree> {
  const files = new Map<string, Uint8Array>();
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
    const entries = await entriesOf(zip);
    for (const entry of entries)
      files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  } catch (error) {
    throw error instanceof ArchiveRefused ? error : new ArchiveRefused(sentenceFor(error));
  }
  return new Map([...files].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > most.files)
    throw new ArchiveRefused(`The archive has ${zip.entryCount} files; ${most.files} is the most.`);
  const entries: Entry[] = [];
  const seen = new Set<string>();
  const sum: Sum = { bytes: 0, ofYaml: 0, seen };
  for await (const entry of zip.eachEntry()) {
    if (isPassedOver(entry)) continue;
    sum.bytes += entry.uncompressedSize;
    sum.ofYaml += isYaml(entry) ? entry.uncompressedSize : 0;
    refuse(objectionTo(entry, sum) ?? sizeObjection(entry, sum));
    seen.add(entry.fileName);
    entries.push(entry);
  }
  return entries;
}

/** Folders come with their files, and names that begin with a full stop are a system's own. */
function isPassedOver({ fileName }: Entry): boolean {
  return fileName.endsWith("/") || /(^|\/)(\.|__MACOSX\/)/.test(fileName);
}

function refuse(objection: string | undefined): void {
  if (objection !== undefined) throw new ArchiveRefused(objection);
}

function isYaml({ fileName }: Entry): boolean {
  return fileName.endsWith(".yaml");
}

/** What the entries come to so far. */
interface Sum {
  bytes: number;
  ofYaml: number;
  readonly seen: ReadonlySet<string>;
}

function objectionTo(entry: Entry, { seen }: Sum): string | undefined {
  const { fileName } = entry;
  const called = `“${fileName}”`;
  if (entry.isEncrypted()) return `${called} is locked with a password.`;
  if (isLink(entry)) return `${called} is a link, and links are not followed.`;
  if (seen.has(fileName)) return `${called} is in the archive twice.`;
  return undefined;
}

function sizeObjection(entry: Entry, { bytes, ofYaml }: Sum): string | undefined {
  const { fileName, uncompressedSize } = entry;
  if (isYaml(entry) && uncompressedSize > mostOfYaml.bytesOfFile)
    return `“${fileName}” is too large: 512 kilobytes is the most for a YAML file.`;
  if (uncompressedSize > most.bytesOfFile)
    return `“${fileName}” is too large: 10 megabytes is the most.`;
  if (bytes > most.bytes) return "The archive unpacks to more than 60 megabytes.";
  if (ofYaml > mostOfYaml.bytes)
    return "The archive has more than 4 megabytes of YAML files, which is the most.";
  return undefined;
}

/** Archives made on Unix keep the kind of a file in the upper half. */
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}

function sentenceFor(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  const [, path] =
    /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)/.exec(message) ??
    [];
  if (path !== undefined) return `The path “${path}” leads out of the archive.`;
  if (/too many bytes in the stream|not enough bytes in the stream/.test(message))
    return "A file of the archive is not of the size that the archive says.";
  return "This is not a zip archive that can be read, or it is damaged.";
}
