import { type Data, type Fields, isFields, isSame } from "../data.ts";
import { itemAt } from "../edits/find.ts";
import { renamed } from "../edits/rename.ts";
import { itemName, nameField } from "../names.ts";
import { pathOf } from "../path.ts";
import type { Step } from "./compare.ts";

/** An item that has another name and is the same else. */
export interface Rename {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly name: string;
}

/** Each is looked for wherever it is spoken of, so of very many the rest are told as gone and new. */
const most = 20;

/** The most pairs of what is gone and what is new that are compared; where there are more, nothing counts as renamed. */
const mostPairs = 20_000;

/** The items among what is gone that are there by another name. */
export function findRenames(steps: readonly Step[]): Rename[] {
  const added = new Set(steps.filter(({ kind }) => kind === "added"));
  const removed = steps.filter(({ kind }) => kind === "removed");
  const found: Rename[] = [];
  if (removed.length * added.size > mostPairs) return found;
  for (const gone of removed) {
    const same = [...added].filter((one) => isRenamed(gone, one));
    const [only] = same;
    const name = only && itemName(listOf(only), only.after);
    if (!only || name === undefined || same.length > 1) continue;
    added.delete(only);
    found.push({ from: gone.steps, to: only.steps, name });
    if (found.length === most) break;
  }
  return found;
}

/** The definition as it would be with the new name, wherever it is spoken of. */
export function withRename(whole: Data, { from, name }: Rename): Data {
  const item = itemAt(whole, pathOf(from));
  return renamed(whole, item, { old: item.name, name });
}

function isRenamed(gone: Step, added: Step): boolean {
  const key = listOf(gone);
  const isBeside = isSame(gone.steps.slice(0, -1), added.steps.slice(0, -1));
  if (listOf(added) !== key || key === "rows" || !isBeside) return false;
  if (itemName(key, gone.before) === undefined) return false;
  const [one, other] = [gone.before, added.after];
  if (!isFields(one) || !isFields(other)) return false;
  return isSame(unnamed(key, one), unnamed(key, other)) || isTitledAlike(one, other);
}

function listOf({ steps }: Step): string {
  return steps.at(-2) ?? "";
}

function unnamed(key: string, item: Fields): Fields {
  const { [nameField(key)]: _, ...rest } = item;
  return rest;
}

function isTitledAlike(one: Fields, other: Fields): boolean {
  const title = (item: Fields) => item.label ?? item.title ?? item.name;
  const isAlike = one.type === other.type && one.kind === other.kind;
  return title(one) !== undefined && isAlike && title(one) === title(other);
}
