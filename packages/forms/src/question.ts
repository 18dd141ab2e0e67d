import type { ItemQuestion, Question } from "@guildhall/contract";

export type QuestionOf<T extends Question["type"]> = Extract<Question, { type: T }>;

/** A question of the form, or of an item in one of its groups. */
export type AnyQuestion = Question | ItemQuestion;
