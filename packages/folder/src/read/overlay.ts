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

/** A name that the changes have twice is there twice in the result, for the check of the whole to find. */
function mergeItems(key: string, base: readonly Data[], changes: readonly Fields[]): Data[] {
  const seen = new Set<string | undefined>();
  let items = [...base];
  for (const change of changes) {
    const name = itemName(key, change);
    items = seen.has(name) ? items.concat(change) : mergeItem(key, items, change);
    seen.add(name);
  }
  return items;
}

function mergeItem(key: string, items: readonly Data[], change: Fields): Data[] {
  const at = items.findIndex((item) => itemName(key, item) === itemName(key, change));
  const { after, remove, ...fields } = change;
  if (at >= 0 && remove === true) return items.toSpliced(at, 1);

  // What cannot be obeyed stays in the item, so that the check of the whole names it.
  const others = at < 0 ? items : items.toSpliced(at, 1);
  const behind = others.findIndex((item) => itemName(key, item) === after);
  const merged = overlay(at < 0 ? {} : (items[at] as Fields), {
    ...fields,
    ...(remove === undefined ? {} : { remove }),
    ...(after === undefined || behind >= 0 ? {} : { after }),
  });
  if (behind >= 0) return others.toSpliced(behind + 1, 0, merged);
  return at < 0 ? [...items, merged] : items.with(at, merged);
}
