import { type Data, itemName } from "./overlay.ts";

/** What an item of a list is called, and which it is of those of that name. */
interface NamedItem {
  readonly name: string | undefined;
  readonly nth: number;
}

const known = new WeakMap<object, readonly NamedItem[]>();

/**
 * Name the items of a list, once however often it is asked: a list may have thousands of items, and a fault in each.
 *
 * The list is known by `of`, which is of one field for ever, so that its items have the names of that field's.
 */
export function namedItems(
  of: object,
  field: string,
  read: () => readonly Data[],
): readonly NamedItem[] {
  const before = known.get(of);
  if (before) return before;
  const counts = new Map<string | undefined, number>();
  const named = read().map((item) => {
    const name = itemName(field, item);
    const nth = counts.get(name) ?? 0;
    counts.set(name, nth + 1);
    return { name, nth };
  });
  known.set(of, named);
  return named;
}
