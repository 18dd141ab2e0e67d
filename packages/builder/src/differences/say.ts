import type { Data } from "../data.ts";
import { valueAt, wayTo } from "../locate.ts";
import { placeOf, stepTo } from "../names.ts";
import { areMany, capital, itemWords, partWords } from "../words/part-words.ts";
import { valueWords } from "../words/value-words.ts";
import type { Step } from "./compare.ts";
import { specially } from "./special.ts";

/** A definition before and after. */
export interface Both {
  readonly before: Data;
  readonly after: Data;
}

/** Say one difference in one plain sentence. */
export function say(step: Step, both: Both): string {
  if (step.kind === "moved") return sayMove(step, both.after, both.before);
  const { steps, kind } = step;
  const here = kind === "removed" ? both.before : both.after;
  if (isItem(here, steps)) return sayItem(step, here);
  return specially(step, both) ?? sayField(step, both);
}

function isItem(whole: Data, steps: readonly string[]): boolean {
  const way = wayTo(whole, steps);
  return typeof way?.at(-1) === "number";
}

function sayItem({ kind, steps }: Step, whole: Data): string {
  const key = steps.at(-2) ?? "";
  const item = itemWords(key, standing(whole, steps), steps.at(-1) ?? "");
  const holder = steps.slice(0, -2);
  const isNested = holder.length > 1;
  const where = isNested ? `${kind === "added" ? " to" : " from"} ${partWords(whole, holder)}` : "";
  return `The ${item} was ${kind}${where}.`;
}

function sayMove({ steps, from = [] }: Step, whole: Data, before: Data): string {
  const list = steps.slice(0, -1);
  const key = list.at(-1) ?? "";
  const name = steps.at(-1) ?? "";
  const item = capital(`the ${itemWords(key, standing(whole, steps), name)}`);
  if (from.join("/") !== list.join("/")) {
    return `${item} moved from ${partWords(before, from.slice(0, -1))} to ${partWords(whole, list.slice(0, -1))}.`;
  }
  const items = standing(whole, list);
  if (!Array.isArray(items)) return `${item} moved.`;
  const at = placeOf(key, items, name) - 1;
  const previous = items[at];
  if (previous === undefined) return `${item} now comes first.`;
  return `${item} now comes after the ${itemWords(key, previous, stepTo(key, items, at))}.`;
}

/** A title is told by what it was, as that is what it is known by. */
const titles: ReadonlySet<string> = new Set(["label", "title", "name", "external"]);

function sayField(step: Step, both: Both): string {
  const { kind, steps, after } = step;
  const words = capital(fieldOf(step, both));
  const [was, is] = areMany(words) ? ["were", "are"] : ["was", "is"];
  if (kind === "removed") return `${words} ${was} removed.`;
  const value = after === undefined ? undefined : valueWords(both.after, steps, after);
  if (kind === "added") return `${words} ${was} added${value ? `: ${value}` : ""}.`;
  if (isLong(after)) return `${words} ${was} reworded.`;
  return value === undefined ? `${words} ${was} changed.` : `${words} ${is} now ${value}.`;
}

function fieldOf({ kind, steps }: Step, { before, after }: Both): string {
  const isTitle = titles.has(steps.at(-1) ?? "") && standing(before, steps) !== undefined;
  return partWords(kind === "removed" || isTitle ? before : after, steps);
}

/** Where a long text was changed, its beginning would not tell how. */
function isLong(value: Data | undefined): boolean {
  return typeof value === "string" && value.length > 80;
}

export function standing(whole: Data, steps: readonly string[]): Data | undefined {
  const way = wayTo(whole, steps);
  return way && valueAt(whole, way);
}
