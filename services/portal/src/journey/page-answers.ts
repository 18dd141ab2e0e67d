import type { Answers, Page } from "@guildhall/contract";
import { type CompiledForm, type Fields, readFields } from "@guildhall/forms";

/**
 * Read what was typed on a page as raw answers.
 *
 * A list that must have an entry and has none is read as one empty entry, so that the page says which of its fields to
 * fill in.
 */
export function readTyped(form: CompiledForm, page: Page, fields: Fields): Answers {
  const typed = readFields(page, fields);
  for (const { id, question, required, requiredWhen, items } of questionsOf(form, page)) {
    const isNeeded = question.type === "group" && required && !requiredWhen;
    const wanted = isNeeded && items.some((item) => item.required && !item.requiredWhen);
    if (wanted && ownAnswer(typed, id) === null) typed[id] = [{}];
  }
  return typed;
}

/** Lay a page's answers over the draft's: what the page no longer says is taken away. */
export function overlaid(answers: Answers, page: Page, typed: Answers): Answers {
  const merged = { ...answers, ...changesOn(page, typed) };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}

/** What to save of a page, a null for each answer that is taken away. */
export function changesOn(page: Page, typed: Answers): Answers {
  return Object.fromEntries(page.questions.map(({ id }) => [id, ownAnswer(typed, id)]));
}

/** An answer, or null where there is none: a question may be called as something that every object inherits. */
export function ownAnswer(answers: Answers, id: string): Answers[string] {
  return Object.hasOwn(answers, id) ? (answers[id] ?? null) : null;
}

function questionsOf(form: CompiledForm, page: Page) {
  return form.pages.find((compiled) => compiled.page.id === page.id)?.questions ?? [];
}
