/** Something wrong in a folder: where a person finds it, and what it is, in a sentence. */
export interface FolderFault {
  readonly file: string;
  readonly line: number;
  /** The place in the definition that the files together make. */
  readonly pointer: string;
  readonly sentence: string;
}

export type Path = readonly (string | number)[];

/** What is wrong with a definition, at a place in it. */
export type Said = readonly [path: Path, sentence: string];

export function pointerTo(path: Path): string {
  return path
    .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

/** The steps of a JSON pointer; a whole number among them is taken for a place in a list. */
export function pathOf(pointer: string): Path {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
