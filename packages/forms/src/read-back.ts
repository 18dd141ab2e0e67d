import type { Answers, Language, Page, Question } from "@guildhall/contract";
import { linesOf, optionLabel, type Reader } from "./answer-lines.ts";
import type { CompiledForm } from "./compiled.ts";
import { given, walk } from "./walk.ts";

export interface ReadBackRow {
  readonly question: Question;
  /** Lines of plain text; none where the question was left unanswered. */
  readonly text: string[];
}

export interface ReadBackPage {
  readonly page: Page;
  readonly rows: ReadBackRow[];
}

/**
 * Say a form's answers in plain language, question by question, for the pages that ask something.
 *
 * The words are in `language`, which the form has to be in as well. Bank details are masked but for what tells one account from another; the person who gave them, and nobody else, may
 * be shown the sort code with `toThemself`.
 */
export function readBack(
  form: CompiledForm,
  answers: Answers,
  { toThemself = false, language = "en" }: Partial<Omit<Reader, "kept">> = {},
): ReadBackPage[] {
  const rows = new Map<string, ReadBackRow[]>();
  const take = given(answers);
  const kept: Answers = {};
  const { pages } = walk(
    form,
    (asked, on, so) => {
      const { page } = on;
      const answer = take(asked, on, so);
      // The form's own questions are of every kind; only an item's are fewer.
      const text = linesOf(asked, answer, { kept, toThemself, language });
      const row = { question: asked.question as Question, text };
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
export function summaryOf(form: CompiledForm, answers: Answers, language: Language = "en"): string {
  return readBack(form, answers, { language })
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
