import { evidenceLimits, type Page, type Question } from "@guildhall/contract";

export type FilesQuestion = Extract<Question, { type: "files" }>;

/** How many files a draft may have in all, and how large each and all may be: the API's own limits, said before. */
export const mostFiles = evidenceLimits.files;
export const largestFile = megabytes(evidenceLimits.fileBytes);
export const largestTogether = megabytes(evidenceLimits.allBytes);

export function filesQuestions(page: Pick<Page, "questions">): FilesQuestion[] {
  return page.questions.filter((question) => question.type === "files");
}

/** Whether another file may be added to a question that has so many, in a draft that has so many. */
export function hasRoom({ maxFiles }: FilesQuestion, own: number, all: number): boolean {
  return own < maxFiles && all < mostFiles;
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 / 1024)}MB`;
}
