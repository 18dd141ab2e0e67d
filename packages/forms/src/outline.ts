import type { Form } from "@guildhall/contract";
import type { FormPlace } from "./form-fault.ts";
import type { AnyQuestion } from "./question.ts";

/** A question and its place in the order of asking. An item's questions come right after their group. */
export interface OutlineEntry {
  readonly question: AnyQuestion;
  readonly page: string;
  /** The group that the question is an item's of. */
  readonly group: string | undefined;
  readonly position: number;
}

/** One use of a condition, and the positions of the questions that it decides, `first` to `last`. */
export interface ConditionUse extends FormPlace {
  readonly condition: string;
  readonly group: string | undefined;
  readonly first: number;
  readonly last: number;
}

export interface Outline {
  readonly entries: readonly OutlineEntry[];
  /** The same by their ids; an item may have that of a question outside its group. */
  readonly named: ReadonlyMap<string, readonly OutlineEntry[]>;
  readonly uses: readonly ConditionUse[];
}

/** Lay a form out in the order in which it is asked. */
export function outlineOf(form: Form): Outline {
  const entries: OutlineEntry[] = [];
  const uses: ConditionUse[] = [];
  for (const page of form.pages) {
    const first = entries.length;
    for (const question of page.questions) enter(question, { page: page.id, entries, uses });
    const last = entries.length - 1;
    if (page.when)
      uses.push({ page: page.id, condition: page.when, group: undefined, first, last });
  }
  return { entries, named: byId(entries), uses };
}

function byId(entries: readonly OutlineEntry[]): Map<string, OutlineEntry[]> {
  const named = new Map<string, OutlineEntry[]>();
  for (const entry of entries) {
    const known = named.get(entry.question.id);
    if (known) known.push(entry);
    else named.set(entry.question.id, [entry]);
  }
  return named;
}

function enter(
  question: AnyQuestion,
  to: { page: string; group?: string; entries: OutlineEntry[]; uses: ConditionUse[] },
): void {
  const { page, group, entries, uses } = to;
  const first = entries.length;
  entries.push({ question, page, group, position: first });
  if (question.type === "group") {
    for (const item of question.questions) enter(item, { ...to, group: question.id });
  }
  const last = entries.length - 1;
  for (const condition of [question.when, question.requiredWhen]) {
    if (condition) uses.push({ page, question: question.id, condition, group, first, last });
  }
}
