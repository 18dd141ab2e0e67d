import { type Data, type Fields, isFields, ownOf, partOf } from "./data.ts";

/** A list's items are known by their `id`, but the options of a question and the rows of a mapping have another name. */
const nameOf: Record<string, (item: Fields) => Data | undefined> = {
  options: ({ value }) => value,
  // Rows of one target are alternatives, and differ in their condition.
  rows: ({ target, when }) => (typeof when === "string" ? `${target} when ${when}` : target),
};

/** The field that holds the name of an item of the list `key`. */
export function nameField(key: string): string {
  if (key === "options") return "value";
  return key === "rows" ? "target" : "id";
}

/** The name by which an item of the list `key` is found, where it has one. */
export function itemName(key: string, item: Data | undefined): string | undefined {
  if (!isFields(item)) return undefined;
  const name = ownOf(nameOf, key)?.(item) ?? partOf(item, "id");
  return typeof name === "string" ? name : undefined;
}

/** What an item goes by in a path: its name, or its place where it has no name or shares it. */
export function stepTo(key: string, items: readonly Data[], at: number): string {
  const name = itemName(key, items[at]);
  const isShared = items.some((item, other) => other !== at && itemName(key, item) === name);
  return name === undefined || isShared ? `#${at}` : name;
}

/** The same of each item of a list. */
export function stepsTo(key: string, items: readonly Data[]): string[] {
  const names = items.map((item) => itemName(key, item));
  const counts = new Map<string | undefined, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.map((name, at) => (name === undefined || counts.get(name) !== 1 ? `#${at}` : name));
}

/** Where in its list the item is that goes by `step`; -1 where there is none. */
export function placeOf(key: string, items: readonly Data[], step: string): number {
  const at = items.findIndex((item) => itemName(key, item) === step);
  if (at >= 0 && stepTo(key, items, at) === step) return at;
  const place = /^#(0|[1-9]\d{0,5})$/.exec(step)?.[1];
  return place !== undefined && Number(place) < items.length ? Number(place) : -1;
}
