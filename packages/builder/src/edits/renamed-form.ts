import { freeName } from "@guildhall/forms";
import { type Data, type Fields, isFields, partOf } from "../data.ts";
import { idOf, listIn } from "../mentions/form-names.ts";
import type { Mention } from "../mentions/mention.ts";
import { mapMentions } from "../mentions/mentions.ts";
import { takenIn } from "../scope.ts";

type Names = ReadonlyMap<string, string>;

/** Pages and conditions that go into a form, and what their questions are called there. */
export interface Renamed {
  readonly pages: Data[];
  readonly conditions: Data[];
  readonly questions: Names;
}

/** Give the questions of pages, and the conditions that come with them, names that are free in the form. */
export function renamedForm(
  whole: Data,
  own: { readonly pages: Data[]; readonly conditions: Data[] },
  known: Names = new Map(),
): Renamed {
  const asked = own.pages.flatMap((page) => listIn(page, "questions"));
  // Any page leads to the names of all questions of the form.
  const taken = takenIn(whole, ["form", "pages", 0, "questions"]);
  const questions = freeNames("questions", asked, taken, known);
  const there = takenIn(whole, ["form", "conditions"]);
  const conditions = freeNames("conditions", own.conditions, there);
  const spoken = mapMentions({ form: { ...own } }, (mention) =>
    renamed(mention, questions, conditions),
  );
  const form = partOf(spoken, "form");
  return {
    questions,
    conditions: listIn(form, "conditions").map((one) => withId(one, conditions)),
    pages: listIn(form, "pages").map((page) => withIds(page, questions)),
  };
}

function freeNames(
  key: string,
  items: readonly Data[],
  taken: ReadonlySet<string>,
  known: Names = new Map(),
): Names {
  const names = new Map(known);
  const all = new Set([...taken, ...known.values()]);
  for (const id of items.map(idOf).filter((one) => !names.has(one))) {
    const name = freeName(key, id, all);
    names.set(id, name);
    all.add(name);
  }
  return names;
}

function renamed(mention: Mention, questions: Names, conditions: Names): string {
  const { of, name } = mention;
  if (of === "condition") return conditions.get(name) ?? name;
  return of === "question" && mention.group === undefined ? (questions.get(name) ?? name) : name;
}

function withIds(page: Data, names: Names): Data {
  const questions = listIn(page, "questions").map((question) => withId(question, names));
  return isFields(page) && page.questions !== undefined ? { ...page, questions } : page;
}

function withId(item: Data, names: Names): Data {
  return isFields(item)
    ? ({ ...item, id: names.get(idOf(item)) ?? idOf(item) } satisfies Fields)
    : item;
}
