import type { ItemQuestion, Option, Question, TargetField, Transform } from "@guildhall/contract";
import { optionMatches } from "./option-matches.ts";

type Asked = Question | ItemQuestion;

/** What has to be done to an answer so that a field takes it, as far as both say what they are. */
export function changesFor(field: TargetField, asked: Asked | undefined): Transform[] {
  if (!asked) return [];
  if ("options" in asked) return optionChanges(field, asked.options);
  return [...writtenChanges(field, asked), ...lengthChanges(field, asked)];
}

/** Each option becomes the value that it most likely means; those that mean none are for a person to choose. */
function optionChanges({ options = [] }: TargetField, own: readonly Option[]): Transform[] {
  const matches = optionMatches(own, options);
  if (matches.length === 0 || matches.every(({ option, code }) => option === code)) return [];
  return [{ list: Object.fromEntries(matches.map(({ option, code }) => [option, code])) }];
}

function writtenChanges({ type }: TargetField, asked: Asked): Transform[] {
  if (type === "place" && (asked.type === "address" || asked.type === "location"))
    return [{ place: "point" }];
  if (type === "date-time" && asked.type === "date") return [{ date: "yyyy-MM-dd'T'HH:mm:ss" }];
  return [];
}

function lengthChanges({ limits, type }: TargetField, asked: Asked): Transform[] {
  const [most, longest] = [limits?.maxLength, "maxLength" in asked ? asked.maxLength : undefined];
  if (type !== "text" || most === undefined || longest === undefined || longest <= most) return [];
  return [{ cut: most, after: "word" }];
}
