import type { Answers, Language, Page } from "@guildhall/contract";
import { type CompiledForm, readBack } from "@guildhall/forms";

/** Say what follows from the answers so far, in words, for each calculated question of a page. */
export function calculatedOn(
  form: CompiledForm,
  page: Page,
  answers: Answers,
  language: Language,
): ReadonlyMap<string, readonly string[]> {
  const asked = page.questions.filter(({ type }) => type === "calculated");
  if (asked.length === 0) return new Map();
  const rows =
    readBack(form, answers, { language }).find((read) => read.page.id === page.id)?.rows ?? [];
  return new Map(rows.map(({ question, text }) => [question.id, text]));
}
