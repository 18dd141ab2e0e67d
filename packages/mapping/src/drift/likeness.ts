import type { DesignField } from "@guildhall/contract";

/** Less alike than this is another field. */
const least = 0.55;

/**
 * Find what a field that is gone is most likely called now: the one with its title, else the most alike by title or
 * name; undefined where none is alike.
 */
export function likeliest(
  gone: { readonly target: string; readonly title?: string | undefined },
  candidates: readonly DesignField[],
): DesignField | undefined {
  const scored = candidates
    .map((field) => ({ field, score: likeness(gone, field) }))
    .filter(({ score }) => score >= least);
  return scored.toSorted((a, b) => b.score - a.score)[0]?.field;
}

function likeness(
  { target, title }: { readonly target: string; readonly title?: string | undefined },
  field: DesignField,
): number {
  const byName = alike(stemOf(target), stemOf(field.target));
  if (title === undefined) return Math.max(byName, alike(stemOf(target), plain(field.title)));
  return title === field.title ? 1 : Math.max(byName, alike(plain(title), plain(field.title)));
}

/** The words in a target's last name: `attributes/attributes_ehServiceRequestDetails_d50f…` is `ehservicerequestdetails`. */
function stemOf(target: string): string {
  const name = target.split("/").at(-1) ?? target;
  return plain(name.replace(/^attributes_/, "").replace(/_[0-9a-f]{8,}$/, ""));
}

function plain(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** How many pairs of letters two words share, from 0 to 1 (Dice). */
export function alike(one: string, other: string): number {
  if (one === other) return 1;
  const pairs = pairsOf(one);
  const left = [...pairsOf(other)];
  const all = pairs.length + left.length;
  let shared = 0;
  for (const pair of pairs) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return all === 0 ? 0 : (2 * shared) / all;
}

function pairsOf(word: string): string[] {
  return Array.from({ length: Math.max(word.length - 1, 0) }, (_, at) => word.slice(at, at + 2));
}
