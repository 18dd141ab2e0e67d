import type { Form, Question } from "@guildhall/contract";

/** What is asked otherwise in one version of a form than in another. */
export interface FormChanges {
  readonly added: readonly Question[];
  readonly removed: readonly Question[];
  /** Questions that say or offer something else, as they were and as they are. */
  readonly reworded: readonly { readonly before: Question; readonly after: Question }[];
}

/**
 * Tell what somebody who filled in one version of a form has to know of another: which questions came, which went, and
 * which are put otherwise. When a question is asked is no change of it.
 */
export function formChanges(before: Form, after: Form): FormChanges {
  const were = questionsOf(before);
  const are = questionsOf(after);
  const added = [...are.values()].filter(({ id }) => !were.has(id));
  const removed = [...were.values()].filter(({ id }) => !are.has(id));
  const reworded = [...are.values()].flatMap((question) => {
    const known = were.get(question.id);
    const isSame = !known || saidBy(known) === saidBy(question);
    return isSame ? [] : [{ before: known, after: question }];
  });
  return { added, removed, reworded };
}

/** A calculated value is asked of nobody. */
function questionsOf({ pages }: Form): Map<string, Question> {
  const asked = pages.flatMap(({ questions }) => questions);
  return new Map(asked.filter(({ type }) => type !== "calculated").map((one) => [one.id, one]));
}

/** What a person sees of a question, in one text. */
function saidBy(question: Partial<Record<string, unknown>>): string {
  const { type, label, hint, options, questions, fileLabel, text } = question;
  const items = Array.isArray(questions) ? questions.map(saidBy) : undefined;
  return JSON.stringify({ type, label, hint, options, items, fileLabel, text });
}
