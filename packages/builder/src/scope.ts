import { type Data, isFields, partOf } from "./data.ts";
import { stepsAlong, type Way } from "./locate.ts";
import { listIn } from "./mentions/form-names.ts";
import { itemName } from "./names.ts";

/** A part that has the name of another beside it. */
export interface Double {
  readonly at: Way;
  readonly name: string;
}

/** The names that an item of the list at `way` cannot have, since others in its reach have them. */
export function takenIn(whole: Data, way: Way): Set<string> {
  return new Set(scopeOf(whole, way).flatMap(({ name }) => name ?? []));
}

/** The questions on all pages of a form are named apart; items of other lists only within their list. */
function scopeOf(whole: Data, way: Way): { name: string | undefined; at: Way }[] {
  const isOfPage = way.length === 4 && way[1] === "pages" && way[3] === "questions";
  if (!isOfPage) return namedAt(whole, way);
  const pages = listIn(partOf(whole, "form"), "pages");
  return pages.flatMap((_, page) => namedAt(whole, ["form", "pages", page, "questions"]));
}

function namedAt(whole: Data, way: Way): { name: string | undefined; at: Way }[] {
  const items = way.reduce<Data | undefined>(partOf, whole);
  if (!Array.isArray(items)) return [];
  const key = String(way.at(-1));
  return items.map((item, at) => ({ name: itemName(key, item), at: [...way, at] }));
}

/** Find every part of a service that has the name of another. Elements of XML may repeat, so rows for them may. */
export function doublesIn(whole: Data): Double[] {
  const form = partOf(whole, "form");
  const asked = scopeOf(whole, ["form", "pages", 0, "questions"]);
  const lists: Way[] = [
    ["form", "conditions"],
    ["form", "sections"],
    ["form", "pages"],
    ["stages"],
    ["steps"],
    ["mappings"],
    ["scenarios"],
    ...asked.flatMap(({ at }) => listsOfQuestion(whole, at)),
    ...listIn(whole, "mappings").flatMap((mapping, at) =>
      partOf(mapping, "format") === "xml" ? [] : listsOfRows(mapping, ["mappings", at]),
    ),
  ];
  const scopes = lists.map((way) => namedAt(whole, way));
  return form === undefined ? [] : [asked, ...scopes].flatMap(repeated);
}

function listsOfQuestion(whole: Data, at: Way): Way[] {
  const items = at.reduce<Data | undefined>(partOf, whole);
  const inner = items === undefined ? [] : listIn(items, "questions");
  return [
    [...at, "options"],
    [...at, "questions"],
    ...inner.map((_, item): Way => [...at, "questions", item, "options"]),
  ];
}

function listsOfRows(holder: Data, at: Way): Way[] {
  if (!isFields(holder) || !Array.isArray(holder.rows)) return [];
  const way = [...at, "rows"];
  return [way, ...holder.rows.flatMap((row, index) => listsOfRows(row, [...way, index]))];
}

function repeated(scope: readonly { name: string | undefined; at: Way }[]): Double[] {
  const seen = new Set<string>();
  return scope.flatMap(({ name, at }) => {
    if (name === undefined) return [];
    if (seen.has(name)) return [{ name, at }];
    seen.add(name);
    return [];
  });
}

/** What a double is told by before and after an edit: its list and its name, not its place. */
export function keyOf(whole: Data, { at, name }: Double): string {
  const list = stepsAlong(whole, at.slice(0, -1));
  const isOfPage = at.length === 5 && at[3] === "questions" && at[1] === "pages";
  return JSON.stringify([isOfPage ? "questions" : list, name]);
}
