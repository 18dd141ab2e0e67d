import type { DraftDefinition, DraftSection, PartPath, RecipePart } from "@guildhall/contract";
import { isSame } from "../data.ts";
import { dataOf, partAt } from "../locate.ts";
import { stepsOf } from "../path.ts";
import { capital, partWords } from "../words/part-words.ts";

/** Name a part in the words of a service, to begin a sentence or a row with. */
export function partTitle(definition: DraftDefinition, at: PartPath): string {
  return capital(partWords(dataOf(definition), stepsOf(at)));
}

/** The locked parts that are not after a change as they were before it. */
export function lockedChanges(
  { before, after }: { readonly before: DraftDefinition; readonly after: DraftDefinition },
  parts: readonly RecipePart[],
): RecipePart[] {
  return parts.filter(
    ({ at, may }) => may === "locked" && !isSame(partAt(before, at), partAt(after, at)),
  );
}

/** Whether a part says something else than the recipe that it came with. */
export function isChanged(
  definition: DraftDefinition,
  recipe: DraftDefinition,
  at: PartPath,
): boolean {
  return !isSame(partAt(definition, at), partAt(recipe, at));
}

/** The section of the work in which a part is made. */
export function sectionOfPart(at: PartPath): DraftSection {
  const [first = ""] = stepsOf(at);
  return sections[first] ?? "look";
}

const sections: Readonly<Partial<Record<string, DraftSection>>> = {
  form: "questions",
  contact: "questions",
  location: "questions",
  mappings: "destinations",
  steps: "process",
  stages: "process",
  statuses: "process",
  target: "process",
  replacesDrafts: "process",
  messages: "messages",
  whatHappensNext: "messages",
  retention: "privacy",
  scenarios: "scenarios",
};
