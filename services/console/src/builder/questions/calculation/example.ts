import { type Answers, type DraftDefinition, Form, type Question } from "@guildhall/contract";
import { checkForm, compileForm, readBack } from "@guildhall/forms";
import type { AnyQuestion } from "../held.ts";
import { keptAnswer, readBy, typedFrom } from "./logic.ts";
import { sayOnly } from "./say.ts";
import { questionsByName } from "./sources.ts";

/** What a calculation comes to for answers that are made up. */
export interface Example {
  /** The answers, as a sentence says them. */
  readonly given: string;
  readonly result: readonly string[];
}

type Calculated = Extract<Question, { type: "calculated" }>;

/** Work a calculation out for 10 of each number, and for the answers under which its rows count. */
export function exampleOf(
  definition: DraftDefinition,
  calculated: Calculated,
): Example | undefined {
  const questions = questionsByName(definition);
  const read = readBy(calculated.value).flatMap((id) => questions.get(id) ?? []);
  const onlys = onlysOf(calculated.value);
  const answers: Answers = {};
  for (const { id } of read) answers[id] = onlys.has(id) ? keptAnswer(onlys.get(id) ?? "") : 10;
  const { when: _, ...own } = calculated;
  const asked = [...read.map((one) => plain(one, onlys)), own];
  const form = Form.safeParse({ pages: [{ id: "page", title: "Page", questions: asked }] }).data;
  if (!form || checkForm(form).length > 0) return undefined;
  const rows = readBack(compileForm(form), answers).flatMap((page) => page.rows);
  const result = rows.find(({ question }) => question.id === calculated.id)?.text ?? [];
  const given = read.map(({ id, label }) => {
    const only = onlys.get(id);
    return only === undefined ? `“${label}” is 10` : sayOnly(`${id}=${only}`, questions);
  });
  return { given: given.join(" and "), result };
}

/** The first answer under which a row counts, by its question. */
function onlysOf(value: unknown): ReadonlyMap<string, string> {
  const typed = typedFrom(value);
  const onlys = "rows" in typed ? typed.rows.flatMap(({ only }) => only || []) : [];
  const pairs = onlys.map(
    (only) => [only.split("=")[0] ?? "", only.replace(/^[^=]*=/, "")] as const,
  );
  return new Map(pairs.toReversed());
}

/** A question by itself: a number where it is one, without the bounds that 10 may lie outside of. */
function plain(question: AnyQuestion, onlys: ReadonlyMap<string, string>): object {
  const { id, label } = question;
  if (!onlys.has(id)) return { id, label, type: "number" };
  const { when: _, requiredWhen: __, ...rest } = question;
  return rest;
}
