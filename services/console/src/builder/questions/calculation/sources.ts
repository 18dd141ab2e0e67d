import type { DraftDefinition, PartPath } from "@guildhall/contract";
import { type AnyQuestion, pathOfPage, questionsIn } from "../held.ts";

/** What a calculation can be put together from: the numbers that are asked before it, and the choices that it can go by. */
export interface Sources {
  readonly numbers: readonly AnyQuestion[];
  readonly choices: readonly AnyQuestion[];
  /** Every question by its name, to say those that are gone or asked later too. */
  readonly questions: ReadonlyMap<string, AnyQuestion>;
}

const numberTypes: ReadonlySet<string> = new Set(["number", "money", "calculated"]);
const choiceTypes: ReadonlySet<string> = new Set(["yes-no", "radios", "select"]);

/** What is asked before a question, or before the end of a list that a new one goes into. */
export function sourcesBefore(definition: DraftDefinition, place: PartPath): Sources {
  const { pages } = definition.form;
  const all = questionsIn(definition).filter(({ group }) => !group);
  const own = all.findIndex(({ at }) => at === place);
  const last = pages.findIndex((page) => `${pathOfPage(page)}/questions` === place);
  const before =
    own < 0 ? all.filter(({ page }) => pages.indexOf(page) <= last) : all.slice(0, own);
  const asked = before.map(({ question }) => question);
  return {
    numbers: asked.filter(({ type }) => numberTypes.has(type)),
    choices: asked.filter(({ type }) => choiceTypes.has(type)),
    questions: questionsByName(definition),
  };
}

/** The questions of the form itself by their names. */
export function questionsByName(definition: DraftDefinition): ReadonlyMap<string, AnyQuestion> {
  const own = questionsIn(definition).filter(({ group }) => !group);
  return new Map(own.map(({ question }) => [question.id, question]));
}
