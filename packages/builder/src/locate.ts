import type { DraftDefinition, PartPath } from "@guildhall/contract";
import { type Data, partOf } from "./data.ts";
import { placeOf, stepTo } from "./names.ts";
import { stepsOf } from "./path.ts";

/** A way into data: fields by their names, items by their places. */
export type Way = readonly (string | number)[];

/** What stands at a path; undefined where nothing does. */
export function partAt(definition: DraftDefinition, path: PartPath): unknown {
  const whole = dataOf(definition);
  const way = wayTo(whole, stepsOf(path));
  return way && valueAt(whole, way);
}

/** A definition as plain data. */
export function dataOf(definition: DraftDefinition): Data {
  // What a schema of JSON values has read is JSON.
  return definition as unknown as Data;
}

export function valueAt(whole: Data, way: Way): Data | undefined {
  return way.reduce<Data | undefined>(partOf, whole);
}

/** The way that steps lead, which may end at fields that are not there yet; undefined where an item is not there. */
export function wayTo(whole: Data, steps: readonly string[]): Way | undefined {
  const way: (string | number)[] = [];
  let here: Data | undefined = whole;
  let list = "";
  for (const step of steps) {
    if (Array.isArray(here)) {
      const at = placeOf(list, here, step);
      if (at < 0) return undefined;
      way.push(at);
    } else {
      way.push(step);
      list = step;
    }
    here = partOf(here, way.at(-1) ?? "");
  }
  return way;
}

/** The steps of a path that lead the same way. */
export function stepsAlong(whole: Data, way: Way): string[] {
  let here: Data | undefined = whole;
  let list = "";
  return way.map((part) => {
    const items = Array.isArray(here) ? here : undefined;
    const isThere = items !== undefined && typeof part === "number" && part < items.length;
    const step = isThere ? stepTo(list, items, part) : String(part);
    here = partOf(here, part);
    if (typeof part === "string") list = part;
    return step;
  });
}
