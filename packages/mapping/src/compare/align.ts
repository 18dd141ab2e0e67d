import type { DocumentPart } from "./document-tree.ts";

/** Parts of two documents that stand for each other, and those that stand alone. */
export interface Aligned {
  readonly pairs: readonly (readonly [expected: DocumentPart, got: DocumentPart])[];
  readonly missing: readonly DocumentPart[];
  readonly unexpected: readonly DocumentPart[];
}

/**
 * Find which parts stand for each other: first those that are the same, in their order; then those of one name. Where
 * several of a name have parts of their own, they have to begin alike, as extra values with the same field name do.
 */
export function align(
  expected: readonly DocumentPart[],
  got: readonly DocumentPart[],
  isOrdered: boolean,
): Aligned {
  const pairs: [DocumentPart, DocumentPart][] = isOrdered ? sameInOrder(expected, got) : [];
  const several = new Set([...repeatedIn(expected), ...repeatedIn(got)]);
  const keyOf = (part: DocumentPart) => (several.has(part.name) ? titleOf(part) : part.name);
  pairs.push(...pairBy(keyOf, ...unpaired(expected, got, pairs)));
  const [missing, unexpected] = unpaired(expected, got, pairs);
  return {
    pairs: pairs.toSorted(([a], [b]) => expected.indexOf(a) - expected.indexOf(b)),
    missing,
    unexpected,
  };
}

/** What a part is called beside others of its name: the text that it begins with. */
export function titleOf({ name, parts }: DocumentPart): string {
  const [first] = parts;
  return first?.text !== undefined && parts.length > 1 ? `${name} ${first.text}` : name;
}

/** The names that several have which have parts of their own. */
function repeatedIn(parts: readonly DocumentPart[]): string[] {
  const names = parts.filter(({ text }) => text === undefined).map(({ name }) => name);
  return names.filter((name, at) => names.indexOf(name) < at);
}

/** The longest common subsequence. */
function sameInOrder(
  expected: readonly DocumentPart[],
  got: readonly DocumentPart[],
): [DocumentPart, DocumentPart][] {
  const left = expected.map((part) => JSON.stringify(part));
  const right = got.map((part) => JSON.stringify(part));
  const longest = lengths(left, right);
  const pairs: [DocumentPart, DocumentPart][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [one, other] = [expected[i], got[j]];
    if (left[i] === right[j] && one && other) {
      pairs.push([one, other]);
      i += 1;
      j += 1;
    } else if ((longest[i + 1]?.[j] ?? 0) >= (longest[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** How much the ends of two lists have in common, from each pair of places on. */
function lengths(left: readonly string[], right: readonly string[]): number[][] {
  let below: number[] = Array(right.length + 1).fill(0);
  const rows = left.toReversed().map((one) => {
    below = rowOf(one, right, below);
    return below;
  });
  return [...rows.toReversed(), Array(right.length + 1).fill(0)];
}

function rowOf(one: string, right: readonly string[], below: readonly number[]): number[] {
  const row: number[] = Array(right.length + 1).fill(0);
  for (let j = right.length - 1; j >= 0; j -= 1) {
    const skipped = Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    row[j] = one === right[j] ? (below[j + 1] ?? 0) + 1 : skipped;
  }
  return row;
}

function pairBy(
  keyOf: (part: DocumentPart) => string,
  expected: readonly DocumentPart[],
  got: readonly DocumentPart[],
): [DocumentPart, DocumentPart][] {
  const free = [...got];
  return expected.flatMap((part): [DocumentPart, DocumentPart][] => {
    const at = free.findIndex((other) => keyOf(other) === keyOf(part));
    const [found] = at < 0 ? [] : free.splice(at, 1);
    return found ? [[part, found]] : [];
  });
}

function unpaired(
  expected: readonly DocumentPart[],
  got: readonly DocumentPart[],
  pairs: Aligned["pairs"],
): [expected: DocumentPart[], got: DocumentPart[]] {
  const taken = new Set(pairs.flat());
  return [expected.filter((part) => !taken.has(part)), got.filter((part) => !taken.has(part))];
}
