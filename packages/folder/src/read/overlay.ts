import { type Data, type Fields, isFields, itemName, partOf } from "@guildhall/builder";

export { type Data, type Fields, isFields, itemName, partOf } from "@guildhall/builder";

/** A rule and a source are one thing each: half of an old one and half of a new one would be neither. */
const whole = new Set(["when", "from"]);

/**
 * Lay a council's changes over a recipe.
 *
 * Objects merge, and `null` takes a field away. A list whose items have names merges item by item: a
 * known name changes that item, `remove: true` takes it away, a new name joins at the end, and
 * `after: <name>` puts an item behind another. Anything else replaces what was there.
 */
export function overlay(base: Fields, change: Fields): Fields {
  const result: Fields = { ...base };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete result[key];
    else result[key] = whole.has(key) ? value : laidOver(key, partOf(base, key), value);
  }
  return result;
}

/** What has nothing beneath it stands as it is written: its own `null` and `after` mean nothing to a recipe. */
function laidOver(key: string, base: Data | undefined, change: Data): Data {
  if (base === undefined) return change;
  if (isFields(change)) return overlay(isFields(base) ? base : {}, change);
  if (!Array.isArray(change) || !isMergeable(key, change)) return change;
  return mergeItems(
    key,
    Array.isArray(base) && isMergeable(key, base) ? base : [],
    change as Fields[],
  );
}

/** Elements that an XML document repeats have one target, so a list of them has no names to merge by. */
function isMergeable(key: string, items: readonly Data[]): boolean {
  const names = items.map((item) => itemName(key, item));
  return !names.includes(undefined) && (key !== "rows" || new Set(names).size === names.length);
}

/** Items beside the numbers of their names: a number is found in a long list much faster than a text. */
interface Numbered {
  readonly items: Data[];
  readonly names: number[];
}

/** Gives each name a number of its own. */
type NumberOf = (name: Data | undefined) => number;

function numbering(): NumberOf {
  const numbers = new Map<Data | undefined, number>();
  return (name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
}

/** A name that the changes have twice is there twice in the result, for the check of the whole to find. */
function mergeItems(key: string, base: readonly Data[], changes: readonly Fields[]): Data[] {
  const number = numbering();
  const nameOf = (item: Data) => number(itemName(key, item));
  const list = { items: [...base], names: base.map(nameOf) };
  const seen = new Set<number>();
  for (const change of changes) {
    const name = nameOf(change);
    if (seen.has(name)) put(list, list.items.length, { item: change, name });
    else mergeItem(list, { change, name, nameOf, number });
    seen.add(name);
  }
  return list.items;
}

interface Merging {
  readonly change: Fields;
  readonly name: number;
  readonly nameOf: (item: Data) => number;
  readonly number: NumberOf;
}

function mergeItem(list: Numbered, { change, name, nameOf, number }: Merging): void {
  const at = list.names.indexOf(name);
  const { after, remove, ...fields } = change;
  const before = at < 0 ? {} : (list.items[at] as Fields);
  if (at >= 0) take(list, at);
  if (at >= 0 && remove === true) return;

  // What cannot be obeyed stays in the item, so that the check of the whole names it.
  const behind = list.names.indexOf(number(after));
  const item = overlay(before, {
    ...fields,
    ...(remove === undefined ? {} : { remove }),
    ...(after === undefined || behind >= 0 ? {} : { after }),
  });
  const place = at < 0 ? list.items.length : at;
  put(list, behind >= 0 ? behind + 1 : place, { item, name: nameOf(item) });
}

function take({ items, names }: Numbered, at: number): void {
  items.splice(at, 1);
  names.splice(at, 1);
}

function put(
  { items, names }: Numbered,
  at: number,
  { item, name }: { readonly item: Data; readonly name: number },
): void {
  items.splice(at, 0, item);
  names.splice(at, 0, name);
}
