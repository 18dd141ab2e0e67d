import type { Answers, Fault, Page } from "@guildhall/contract";
import { type CompiledForm, type CompiledQuestion, mustAnswer } from "./compiled.ts";
import { answerTo } from "./kinds/answer.ts";
import { type Answer, isRecord, own, refuse, refuseUnknown, type Sheet } from "./sheet.ts";
import { given, walk } from "./walk.ts";

export type Checked = { readonly answers: Answers } | { readonly faults: Fault[] };

/**
 * Check a whole submission and give back the answers as they are stored.
 *
 * Answers to questions that do not apply are dropped; questions that the form does not have are faults.
 * What is accepted is accepted again unchanged. Never throws, whatever JSON it is given.
 */
export function checkAnswers(form: CompiledForm, answers: unknown, today: string): Checked {
  if (!isRecord(answers)) return { faults: [{ pointer: "", code: "invalid" }] };
  const sheet = sheetFor(today);
  const { exit } = walk(form, (question) => checkOne(question, answers, sheet), sheet.answers);
  refuseUnknown(answers, form.questions, "", sheet);
  if (exit) refuse(sheet, "", "exit", exit.title);
  return settle(sheet, sheet.answers);
}

/**
 * Check the answers to one page's questions and give back those alone.
 *
 * `answers` are the draft's with the page's own laid over them: the page's conditions may read the pages before.
 */
export function checkPage(
  form: CompiledForm,
  page: Page,
  answers: Answers,
  today: string,
): Checked {
  const sheet = sheetFor(today);
  const before = given(answers);
  const kept: Answers = {};
  walk(
    form,
    (question, on, so) => {
      if (on.page.id !== page.id) return before(question, on, so);
      const value = checkOne(question, answers, sheet);
      if (value !== undefined) kept[question.id] = value;
      return value;
    },
    sheet.answers,
  );
  return settle(sheet, kept);
}

/** Check the answer to one question by the answers kept before it. */
export function checkOne(
  question: CompiledQuestion,
  answers: Readonly<Record<string, unknown>>,
  sheet: Sheet,
): Answer | undefined {
  if (question.calculate) return question.calculate(sheet.answers);
  const required = mustAnswer(question, sheet.answers);
  const { id, check } = question;
  return answerTo({ check, required }, own(answers, id), `/${id}`, sheet);
}

function sheetFor(today: string): Sheet {
  return { today, answers: {}, faults: [] };
}

function settle({ faults }: Sheet, answers: Answers): Checked {
  return faults.length > 0 ? { faults } : { answers };
}
