import { createHash } from "node:crypto";
import type { Answers, Page } from "@guildhall/contract";
import { ownAnswer } from "./page-answers.ts";

/** The field of a page's form that says which answers it was shown with. */
export const revisionField = "form-revision";

/** Name the answers that a page is shown with, so that it is seen when they were changed in another window since. */
export function revisionOf({ questions }: Page, answers: Answers): string {
  const own = questions
    .filter(({ type }) => type !== "files" && type !== "calculated")
    .map(({ id }) => [id, ownAnswer(answers, id)]);
  return createHash("sha256").update(JSON.stringify(own)).digest("base64url").slice(0, 16);
}
