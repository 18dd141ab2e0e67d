import type { Answers, Page } from "@guildhall/contract";
import type { CompiledForm, CompiledPage, CompiledQuestion } from "./compiled.ts";
import type { Rule } from "./condition.ts";
import { type Answer, isBlank, own } from "./sheet.ts";

/** Where the answers led: the pages that apply, and what was kept on the way. */
export interface Walked {
  readonly pages: readonly CompiledPage[];
  readonly answers: Answers;
  /** The exit page that the road ended at. */
  readonly exit: Page | undefined;
}

/** Says what to keep for a question that applies, given what was kept before it. */
export type Keep = (
  question: CompiledQuestion,
  page: CompiledPage,
  kept: Answers,
) => Answer | undefined;

/**
 * Go through a form once, in order, and ask `answer` what to keep for each question that applies.
 *
 * A condition sees only what was kept before it, so the answer to a question that is no longer asked cannot
 * open a page.
 */
export function walk(form: CompiledForm, answer: Keep, answers: Answers = {}): Walked {
  const pages: CompiledPage[] = [];
  for (const page of applying(form.pages, answers)) {
    pages.push(page);
    if (page.page.kind === "exit") return { pages, answers, exit: page.page };
    for (const question of applying(page.questions, answers)) {
      const value = answer(question, page, answers);
      if (value !== undefined) answers[question.id] = value;
    }
  }
  return { pages, answers, exit: undefined };
}

/** The pages that apply, in order. After an exit page there are none. */
export function route(form: CompiledForm, answers: Answers): Page[] {
  return walk(form, given(answers)).pages.map(({ page }) => page);
}

/** Give the answers to the questions that apply, and what follows from them. */
export function answersThatApply(form: CompiledForm, answers: Answers): Answers {
  return walk(form, given(answers)).answers;
}

/** Tell which of the form's conditions hold, by id, for the answers to the questions that apply. */
export function conditions(form: CompiledForm, answers: Answers): Record<string, boolean> {
  const kept = walk(form, given(answers)).answers;
  return Object.fromEntries(Array.from(form.conditions, ([id, holds]) => [id, holds(kept)]));
}

/** Take the answers as they are, but for those that follow from others. */
export function given(answers: Answers): Keep {
  return ({ id, calculate }, _, kept) => {
    if (calculate) return calculate(kept);
    const value = own(answers, id);
    return isBlank(value) ? undefined : value;
  };
}

/** What applies, each thing looked at only when all before it has been answered. */
function* applying<T extends { readonly when: Rule | undefined }>(
  things: readonly T[],
  answers: Answers,
): Generator<T> {
  for (const thing of things) {
    if (!thing.when || thing.when(answers)) yield thing;
  }
}
