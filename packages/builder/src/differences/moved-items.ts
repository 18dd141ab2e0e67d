/**
 * The fewest items that have to be moved to bring the names of one list into the order of another.
 *
 * Those stay that are the longest run in the same order in both; of two such runs, the one that comes first.
 */
export function movedItems(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((name, at) => [name, at]));
  const common = after.filter((name) => places.has(name));
  const stay = new Set(longestRise(common.map((name) => places.get(name) ?? 0)));
  return new Set(common.filter((_, at) => !stay.has(at)));
}

/** The places of the longest part of a list that only rises. */
function longestRise(values: readonly number[]): number[] {
  const ends: number[] = [];
  const previous = values.map((value, at) => {
    const length = firstNotBelow(ends, values, value);
    ends[length] = at;
    return length === 0 ? -1 : (ends[length - 1] ?? -1);
  });
  const rise: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) rise.unshift(at);
  return rise;
}

/** How many rises end below a value: the ends are in order, so their number is found by halving. */
function firstNotBelow(ends: readonly number[], values: readonly number[], value: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
