import type { Page } from "@guildhall/contract";
import type { AnyQuestion } from "./field-props.ts";

/** The longest list that is looked through sooner than a word is typed. */
const mostToLookThrough = 10;

/** Tell whether a list is so long that typing finds an option sooner. */
export function typesAhead(question: AnyQuestion): boolean {
  return question.type === "select" && question.options.length > mostToLookThrough;
}

/** Tell whether a page has such a list, in an item of a group too. */
export function hasTypeAhead({ questions }: Pick<Page, "questions">): boolean {
  return questions.some((question) =>
    question.type === "group" ? question.questions.some(typesAhead) : typesAhead(question),
  );
}
