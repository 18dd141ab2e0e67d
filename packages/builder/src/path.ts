import type { PartPath } from "@guildhall/contract";

/** The steps of a path: fields, and items by what they go by. */
export function stepsOf(path: PartPath): string[] {
  return path
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function pathOf(steps: readonly string[]): PartPath {
  return steps.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

export function under(path: PartPath, ...steps: readonly string[]): PartPath {
  return `${path}${pathOf(steps)}`;
}

/** The step to an item that is new and whose name is not known yet. */
const unnamed = "#new";

/** The place in a list where something comes whose name is not known yet. */
export function comingTo(list: PartPath): PartPath {
  return under(list, unnamed);
}

/**
 * Tell whether one part lies in the other, or both are the same.
 *
 * What comes into a list is in the way of whoever changes what is around it, but not of what else comes into the list.
 */
export function overlaps(one: PartPath, other: PartPath): boolean {
  if (one === other) return !one.endsWith(`/${unnamed}`);
  return isWithin(one, other) || isWithin(other, one);
}

/** Tell whether `inner` is `outer` or lies in it. */
export function isWithin(inner: PartPath, outer: PartPath): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}
