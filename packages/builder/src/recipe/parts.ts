import type {
  DraftDefinition,
  DraftSection,
  PartPath,
  Recipe,
  RecipePart,
} from "@guildhall/contract";
import { type Data, isSame } from "../data.ts";
import type { UndecidedPart } from "../gate/check/known.ts";
import { dataOf, partAt } from "../locate.ts";
import { isWithin, pathOf, stepsOf, under } from "../path.ts";
import { capital, englishSteps, partWords } from "../words/part-words.ts";

/** Name a part in the words of a service, to begin a sentence or a row with. */
export function partTitle(definition: DraftDefinition, at: PartPath): string {
  return capital(partWords(dataOf(definition), stepsOf(at)));
}

/** Whether a part would be locked that nobody can lock: a service is called what whoever adopts it calls it. */
export function locksTitle({ at, may }: Pick<RecipePart, "at" | "may">): boolean {
  return at === "/title" && may === "locked";
}

/** What a recipe's author says of its parts, as far as it holds. */
export function saidOfParts({ parts }: Pick<Recipe, "parts">): RecipePart[] {
  return parts.filter((part) => !locksTitle(part));
}

/**
 * Give the locked parts of a recipe, and each Welsh text that it has of them. Where it has none of a text, whoever adopts
 * it writes their own.
 */
export function lockedParts({
  definition,
  parts,
}: Pick<Recipe, "definition" | "parts">): RecipePart[] {
  const locked = saidOfParts({ parts }).filter(({ may }) => may === "locked");
  // What a schema of JSON values has read is JSON.
  const whole = definition as unknown as Data;
  const welsh = Object.keys(definition.welsh ?? {}).flatMap((path) => {
    const english = pathOf(englishSteps(whole, path));
    const part = locked.find(({ at }) => isWithin(english, at));
    return part ? [{ ...part, at: under("/welsh", path) }] : [];
  });
  return [...locked, ...welsh];
}

/** The locked parts of a recipe that are not after a change as they were before it. */
export function lockedChanges(
  { before, after }: { readonly before: DraftDefinition; readonly after: DraftDefinition },
  recipe: Pick<Recipe, "definition" | "parts">,
): RecipePart[] {
  return lockedParts(recipe).filter(({ at }) => !isSame(partAt(before, at), partAt(after, at)));
}

/** What there is to do about a part that is left to whoever adopts a recipe. */
export function sayUndecided({ title, why }: Pick<UndecidedPart, "title" | "why">): string {
  return why ?? `${title} is yours to decide: change it, or confirm it.`;
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
  lookFirst: "process",
  replacesDrafts: "process",
  messages: "messages",
  whatHappensNext: "messages",
  retention: "privacy",
  scenarios: "scenarios",
};
