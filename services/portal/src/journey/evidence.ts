import type { Answers, Document, Draft, Form, Page, Question } from "@guildhall/contract";

export type FilesQuestion = Extract<Question, { type: "files" }>;

/** How many files a draft may have in all, and how large each may be: the API's own limits, said before. */
export const mostFiles = 10;
export const largestFile = "25MB";

export function filesQuestions(page: Pick<Page, "questions">): FilesQuestion[] {
  return page.questions.filter((question) => question.type === "files");
}

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

function idsIn(answers: Answers, question: string): string[] {
  const value = answers[question];
  return Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
}
