import type { Answers, Document, Draft, Form } from "@guildhall/contract";
import { filesQuestions } from "@guildhall/question-view";

/**
 * The files that answer a question.
 *
 * One that came with the draft but is named by no answer, because saving was cut off, shows with the first question
 * for files, so that nothing is sent that the citizen has not seen.
 */
export function filesFor(draft: Draft, form: Form, question: string): Document[] {
  const asking = form.pages.flatMap(filesQuestions);
  const named = new Set(asking.flatMap(({ id }) => idsIn(draft.answers, id)));
  const own = new Set(idsIn(draft.answers, question));
  const first = asking[0]?.id === question;
  return draft.documents.filter(({ id }) => own.has(id) || (first && !named.has(id)));
}

/** The files that answer a question: one in which a virus was found is shown until it is removed, and answers nothing. */
export function answeringFor(draft: Draft, form: Form, question: string): Document[] {
  return filesFor(draft, form, question).filter(({ state }) => state !== "infected");
}

/** The files that are named as answers to a question already, whatever came beside them. */
export function namedFor(draft: Draft, question: string): Document[] {
  const named = new Set(idsIn(draft.answers, question));
  return draft.documents.filter(({ id, state }) => named.has(id) && state !== "infected");
}

/** A file as it is read back: its name, and what it shows. */
export function readFile({ name, label }: Document): string {
  return label === undefined ? name : `${name}: ${label}`;
}

function idsIn(answers: Answers, question: string): string[] {
  const value = answers[question];
  return Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
}
