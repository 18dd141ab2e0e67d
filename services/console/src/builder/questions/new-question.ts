import { type DraftDefinition, Question } from "@guildhall/contract";
import type { AnyQuestion } from "./held.ts";
import { nameOfQuestion } from "./names.ts";
import { type ReadQuestion, readQuestion, type Shown } from "./read-question.ts";

/** Read the form of a new question, which gets its name from what it asks; so does the first of a group. */
export function newQuestion(
  definition: DraftDefinition,
  blank: AnyQuestion,
  typed: Shown,
): ReadQuestion {
  const read = readQuestion(blank, typed);
  const id = nameOfQuestion(definition, typed.get("label") ?? "");
  const named = { ...read.question, id };
  if (named.type !== "group") return { ...read, question: named };
  const label = typed.get("first")?.trim() ?? "";
  if (label === "") {
    const faults = { ...read.faults, first: "Enter the first question of each" };
    return { ...read, question: named, faults };
  }
  const own = nameOfQuestion(definition, label);
  const first = { id: own === id ? `${own}Of` : own, type: "text", label };
  return { ...read, question: Question.parse({ ...named, questions: [first] }) };
}
