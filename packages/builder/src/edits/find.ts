import type { PartPath } from "@guildhall/contract";
import { type Data, isFields, partOf } from "../data.ts";
import { stepsAlong, type Way } from "../locate.ts";
import { placeOf } from "../names.ts";
import { pathOf, stepsOf } from "../path.ts";
import { nounOf } from "../words/part-words.ts";
import { Refusal } from "./refusal.ts";

/** A list, and the field that it is in, by which its items are named. */
export interface List {
  readonly path: PartPath;
  readonly way: Way;
  readonly key: string;
  readonly items: readonly Data[];
}

/** An item in its list. */
export interface Item {
  readonly list: List;
  readonly path: PartPath;
  readonly at: number;
  readonly value: Data;
  readonly name: string;
}

/**
 * The way to a part, which may be a field that is not there yet.
 *
 * @throws Refusal where an item on the way is not there, or something on the way has no parts
 */
export function wayAt(whole: Data, path: PartPath): Way {
  const way: (string | number)[] = [];
  let here: Data | undefined = whole;
  let list = "";
  for (const step of stepsOf(path)) {
    const next = Array.isArray(here) ? placeOf(list, here, step) : step;
    refuseMissing({ path, here, step, next, list });
    if (typeof next === "string") list = next;
    way.push(next);
    here = partOf(here, next);
  }
  return way;
}

function refuseMissing(on: {
  path: PartPath;
  here: Data | undefined;
  step: string;
  next: string | number;
  list: string;
}): void {
  const { path, here, step, next, list } = on;
  if (next === -1) throw new Refusal(path, `There is no ${nounOf(list)} “${step}” here.`);
  const hasParts = here === undefined || isFields(here) || Array.isArray(here);
  if (!hasParts || step === "__proto__") {
    throw new Refusal(path, `There is no part “${step}” here.`);
  }
}

/** The lists that an item can be put into even though nothing is in them yet. */
const lists: ReadonlySet<string> = new Set([
  "pages",
  "sections",
  "conditions",
  "questions",
  "options",
  "stages",
  "statuses",
  "steps",
  "mappings",
  "rows",
  "scenarios",
]);

/** @throws Refusal where there is no list */
export function listAt(whole: Data, path: PartPath): List {
  const way = wayAt(whole, path);
  const items = way.reduce<Data | undefined>(partOf, whole);
  const key = String(way.at(-1) ?? "");
  if (Array.isArray(items)) return { path, way, key, items };
  if (items === undefined && lists.has(key)) return { path, way, key, items: [] };
  throw new Refusal(path, "This is not a list, so nothing can be put into it.");
}

/** @throws Refusal where there is no item */
export function itemAt(whole: Data, path: PartPath): Item {
  const item = itemIfAny(whole, path);
  if (!item) throw new Refusal(path, "This is not an item of a list.");
  return item;
}

/** The item that a path leads to; undefined where it leads to anything else. */
export function itemIfAny(whole: Data, path: PartPath): Item | undefined {
  const way = wayAt(whole, path);
  const at = way.at(-1);
  if (typeof at !== "number") return undefined;
  const steps = stepsAlong(whole, way);
  const list = listAt(whole, pathOf(steps.slice(0, -1)));
  const value = list.items[at];
  return value === undefined
    ? undefined
    : { list, path: pathOf(steps), at, value, name: steps.at(-1) ?? "" };
}

/** Where in a list something goes that goes behind `after`: first with null, last without. */
export function placeAfter({ key, items, path }: List, after: string | null | undefined): number {
  if (after === undefined) return items.length;
  if (after === null) return 0;
  const at = placeOf(key, items, after);
  if (at < 0) throw new Refusal(path, `There is no ${nounOf(key)} “${after}” in this list.`);
  return at + 1;
}
