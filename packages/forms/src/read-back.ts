import type { Answers, Option, Page, Question } from "@guildhall/contract";
import type { CompiledForm, CompiledQuestion } from "./compiled.ts";
import { type Answer, isRecord, own } from "./sheet.ts";
import { given, walk } from "./walk.ts";
import { dateWords, numberWords, timeWords } from "./words.ts";

export interface ReadBackRow {
  readonly question: Question;
  /** Lines of plain text; none where the question was left unanswered. */
  readonly text: string[];
}

export interface ReadBackPage {
  readonly page: Page;
  readonly rows: ReadBackRow[];
}

/** Say a form's answers in plain language, question by question, for the pages that ask something. */
export function readBack(form: CompiledForm, answers: Answers): ReadBackPage[] {
  const rows = new Map<string, ReadBackRow[]>();
  const take = given(answers);
  const kept: Answers = {};
  const { pages } = walk(
    form,
    (asked, { page }) => {
      const answer = take(asked);
      // The form's own questions are of every kind; only an item's are fewer.
      const row = { question: asked.question as Question, text: linesOf(asked, answer, kept) };
      rows.set(page.id, [...(rows.get(page.id) ?? []), row]);
      return answer;
    },
    kept,
  );
  return pages.flatMap(({ page }) => {
    const on = rows.get(page.id);
    return on ? [{ page, rows: on }] : [];
  });
}

/** Say all that was answered as one text, each answer under its question. */
export function summaryOf(form: CompiledForm, answers: Answers): string {
  return readBack(form, answers)
    .flatMap(({ rows }) => rows)
    .filter(({ text }) => text.length > 0)
    .map(({ question, text }) => [question.label, ...text].join("\n"))
    .join("\n\n");
}

/** The label of an option, by the question's id: one of the form's own, else of a group's items. */
export function labelOf(form: CompiledForm, id: string, value: string): string | undefined {
  const own = form.questions.get(id);
  const items = [...form.questions.values()].flatMap((group) => group.items);
  return [...(own ? [own] : []), ...items.filter((item) => item.id === id)]
    .map(({ question }) =>
      "options" in question ? optionLabel(question.options, value) : undefined,
    )
    .find((label) => label !== undefined);
}

function linesOf(asked: CompiledQuestion, answer: Answer | undefined, kept: Answers): string[] {
  if (Array.isArray(answer)) return listLines(asked, answer, kept);
  if (isRecord(answer)) return addressLines(answer);
  if (typeof answer === "boolean") return [answer ? "Yes" : "No"];
  if (typeof answer === "number") return [numberWords(answer, asked.question)];
  return typeof answer === "string" ? textLines(asked, answer) : [];
}

function textLines({ question }: CompiledQuestion, answer: string): string[] {
  if ("options" in question) return [optionLabel(question.options, answer) ?? answer];
  if (question.type === "date") return [dateWords(answer)];
  if (question.type === "time") return [timeWords(answer)];
  return answer.split(/\r\n|\r|\n/);
}

function listLines(asked: CompiledQuestion, answer: readonly Answer[], kept: Answers): string[] {
  const { question } = asked;
  if (question.type === "group") {
    return answer.flatMap((item, index) => [
      `${capital(question.itemName)} ${index + 1}`,
      ...(isRecord(item) ? itemLines(asked.items, item as Answers, kept) : []),
    ]);
  }
  if (question.type === "files") return [`${answer.length} file${answer.length === 1 ? "" : "s"}`];
  return answer.flatMap((value) => textLines(asked, String(value)));
}

function itemLines(items: readonly CompiledQuestion[], item: Answers, kept: Answers): string[] {
  return items.flatMap((asked) => {
    if (asked.when && !asked.when({ ...kept, ...item })) return [];
    const lines = linesOf(asked, own(item, asked.id), kept);
    return lines.length > 0 ? underLabel(asked.question, lines) : [];
  });
}

/** An item's answer beside its label; a story of several lines keeps them. */
function underLabel(
  { label, type }: CompiledQuestion["question"],
  lines: readonly string[],
): string[] {
  const title = label.endsWith("?") ? label : `${label}:`;
  return type === "long-text" && lines.length > 1
    ? [title, ...lines]
    : [`${title} ${lines.join(", ")}`];
}

function addressLines(address: Readonly<Record<string, unknown>>): string[] {
  return ["line1", "line2", "town", "postcode"].flatMap((part) => {
    const line = own(address, part);
    return typeof line === "string" && line !== "" ? [line] : [];
  });
}

function optionLabel(options: readonly Option[], value: string): string | undefined {
  return options.find((option) => option.value === value)?.label;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
