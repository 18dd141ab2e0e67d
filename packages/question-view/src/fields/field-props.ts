import type { ItemQuestion, Question } from "@guildhall/contract";
import type { Child } from "hono/jsx";
import type { Placed } from "../arrange.ts";
import type { Filling } from "./filling.ts";

export type AnyQuestion = Question | ItemQuestion;

/** What a field is drawn from, whatever it asks. */
export interface FieldProps<Q extends AnyQuestion = AnyQuestion> {
  readonly question: Q;
  /** The name of the field, within an item of a list too. */
  readonly name: string;
  readonly filling: Filling;
  /** Whether the question is the heading of its page. */
  readonly heading?: boolean | undefined;
  readonly placed: Placed;
  /** Draw the questions that belong inside this one; `prefix` goes before the name of each. */
  readonly ask: (places: readonly Placed[], prefix: string) => Child;
}
