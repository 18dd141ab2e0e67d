import type { PartPath } from "@guildhall/contract";

/** The nearest of these parts that a path leads to or into. */
export function enclosing(
  parts: { has(part: PartPath): boolean },
  at: PartPath,
): PartPath | undefined {
  for (let part = at; part !== ""; part = part.slice(0, part.lastIndexOf("/"))) {
    if (parts.has(part)) return part;
  }
  return undefined;
}
