import { movedItems } from "../differences/moved-items.ts";
import type { Three } from "./three.ts";

/** An order of both, and the items that both put elsewhere, each to another place. */
export interface Order {
  readonly names: string[];
  readonly disputed: string[];
}

/**
 * Bring the items that stay into an order in which what either side moved or added stands where that side put it.
 *
 * Ours is the order to begin from; what they moved or added goes behind what it is behind in theirs.
 */
export function mergeOrder(
  { base, ours, theirs }: Three<readonly string[]>,
  stays: ReadonlySet<string>,
): Order {
  const byUs = movedItems(base, ours);
  const byThem = movedItems(base, theirs);
  const isTheirs = (name: string) => byThem.has(name) && !byUs.has(name);
  const names = ours.filter((name) => stays.has(name) && !isTheirs(name));
  const known = new Set([...theirs, ...base]);
  theirs.forEach((name, at) => {
    if (!stays.has(name) || names.includes(name)) return;
    const before = theirs.slice(0, at).findLast((one) => names.includes(one));
    let place = before === undefined ? 0 : names.indexOf(before) + 1;
    // What we added at the same place comes first.
    while (place < names.length && !known.has(names[place] ?? "")) place += 1;
    names.splice(place, 0, name);
  });
  const disputed = [...byUs].filter(
    (name) => byThem.has(name) && stays.has(name) && before(ours, name) !== before(theirs, name),
  );
  return { names, disputed };
}

/** The item before one; null for the first. */
export function before(names: readonly string[], name: string): string | null {
  return names[names.indexOf(name) - 1] ?? null;
}
