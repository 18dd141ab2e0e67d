import type { Values } from "./case.ts";

/**
 * The codes of a status, joined by a stroke, in the order of its attributes.
 *
 * What comes after the first counts only with it: officers save the reason before the status, and a reason
 * alone says nothing. Undefined where there is no status yet.
 */
export function statusOf(values: Values, attributes: readonly string[]): string | undefined {
  const codes = attributes.map((code) => codeOf(values.get(code)));
  const end = codes.indexOf(undefined);
  const known = end < 0 ? codes : codes.slice(0, end);
  return known.length > 0 ? known.join("/") : undefined;
}

/** What a status is written as: a link is a list even of one, and so is one that is not there yet. */
export function statusValue(held: unknown, code: string): unknown {
  return typeof held === "string" ? code : [code];
}

/** A code is an item's id or a word, and never long enough to hold a story. */
function codeOf(value: unknown): string | undefined {
  const [code] = [value].flat();
  return typeof code === "string" && /^[^/\s]{1,60}$/.test(code) ? code : undefined;
}
