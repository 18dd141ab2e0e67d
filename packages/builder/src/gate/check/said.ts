export type Path = readonly (string | number)[];

/** What is wrong with a definition, at a place in it, in a sentence. */
export type Said = readonly [path: Path, sentence: string];

/** Write a path as a JSON pointer (RFC 6901). */
export function pointerTo(path: Path): string {
  return path
    .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

/** The steps of a JSON pointer; a whole number among them is taken for a place in a list. */
export function pathOfPointer(pointer: string): Path {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
