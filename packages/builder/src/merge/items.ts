import { type Data, type Fields, keysOf, ownOf } from "../data.ts";
import { type NamedItem, namedItems } from "../named-items.ts";
import { before, mergeOrder } from "./order.ts";
import { listOf, type Merging, mapThree, type Three } from "./three.ts";

/** Merge field by field. */
export function mergeFields(
  { base, ours, theirs }: Three<Fields>,
  steps: readonly string[],
  merging: Merging,
): Fields {
  const keys = [...new Set([...keysOf(ours), ...keysOf(theirs), ...keysOf(base)])];
  const merged: Fields = {};
  for (const key of keys) {
    const three = mapThree({ base, ours, theirs }, (one) => ownOf(one, key));
    const value = merging.merge(three, [...steps, key]);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

/** Undefined where items cannot be told apart. */
export function mergeItems(
  lists: Three<Data[]>,
  steps: readonly string[],
  merging: Merging,
): Data[] | undefined {
  const maps = namedItems(steps.at(-1) ?? "", listOf(lists));
  const [base, ours, theirs] = maps ?? [];
  if (!base || !ours || !theirs) return undefined;
  const three = { base, ours, theirs };
  const names = new Set([...ours.keys(), ...theirs.keys(), ...base.keys()]);
  const kept = new Map<string, Data>();
  for (const name of names) {
    const item = merging.merge(
      mapThree(three, (map) => map.get(name)?.item),
      [...steps, stepOf(three, name)],
    );
    if (item !== undefined) kept.set(name, item);
  }
  const order = mergeOrder(
    mapThree(three, (map) => [...map.keys()]),
    new Set(kept.keys()),
  );
  noteDisputes(order.disputed, three, { steps, merging });
  return order.names.flatMap((name) => kept.get(name) ?? []);
}

function stepOf(maps: Three<Map<string, NamedItem>>, name: string): string {
  const found = [maps.ours, maps.theirs, maps.base].find((map) => map.has(name));
  return found?.get(name)?.step ?? name;
}

/** Both put an item elsewhere: what it stands behind is in dispute. */
function noteDisputes(
  disputes: readonly string[],
  maps: Three<Map<string, NamedItem>>,
  { steps, merging }: { steps: readonly string[]; merging: Merging },
): void {
  for (const name of disputes) {
    const places = mapThree(maps, (map) => before([...map.keys()], name));
    merging.conflicts.push({ ...places, steps: [...steps, stepOf(maps, name)], about: "place" });
  }
}
