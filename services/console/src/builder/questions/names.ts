import type { DraftDefinition } from "@guildhall/contract";
import { freeName, nameFrom } from "@guildhall/forms";
import { questionsIn } from "./held.ts";

/** A name for a new question that none has yet, made of the words of its label: “noiseSource”. */
export function nameOfQuestion(definition: DraftDefinition, label: string): string {
  const taken = new Set(questionsIn(definition).map(({ question }) => question.id));
  return freeName("questions", nameFrom("questions", label), taken);
}

/** The same for an item of another list: “noise-source”. */
export function nameOfPart(
  list: string,
  parts: readonly { readonly id: string }[],
  title: string,
): string {
  return freeName(list, nameFrom(list, title), new Set(parts.map(({ id }) => id)));
}
