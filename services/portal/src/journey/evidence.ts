import {
  type Answers,
  type Document,
  type Draft,
  evidenceLimits,
  type Form,
  type Page,
  type Question,
} from "@guildhall/contract";

export type FilesQuestion = Extract<Question, { type: "files" }>;

/** How many files a draft may have in all, and how large each and all may be: the API's own limits, said before. */
export const mostFiles = evidenceLimits.files;
export const largestFile = megabytes(evidenceLimits.fileBytes);
export const largestTogether = megabytes(evidenceLimits.allBytes);

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

/** The files that answer a question: one in which a virus was found is shown until it is removed, and answers nothing. */
export function answeringFor(draft: Draft, form: Form, question: string): Document[] {
  return filesFor(draft, form, question).filter(({ state }) => state !== "infected");
}

/** The files that are named as answers to a question already, whatever came beside them. */
export function namedFor(draft: Draft, question: string): Document[] {
  const named = new Set(idsIn(draft.answers, question));
  return draft.documents.filter(({ id, state }) => named.has(id) && state !== "infected");
}

/** Whether another file may be added to a question that has so many, in a draft that has so many. */
export function hasRoom({ maxFiles }: FilesQuestion, own: number, all: number): boolean {
  return own < maxFiles && all < mostFiles;
}

/** A file as it is read back: its name, and what it shows. */
export function readFile({ name, label }: Document): string {
  return label === undefined ? name : `${name}: ${label}`;
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 / 1024)}MB`;
}

function idsIn(answers: Answers, question: string): string[] {
  const value = answers[question];
  return Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
}
