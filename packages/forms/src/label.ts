import { clauseOf, smallFirst } from "./clause.ts";
import type { AnyQuestion } from "./question.ts";

const determined =
  /^(?:the|a|an|your|their|our|his|her|its|any|all|each|where|what|when|who|why|how|which|whether)\b/i;
const instruction =
  /^(?:describe|tell|give|explain|say|list|upload|choose|select|enter|add|pick|provide|attach)\b/i;

/** A label as words inside a sentence ("the date the noise started"), where it is a noun and not a question. */
export function nounOf({ label }: AnyQuestion): string | undefined {
  const bare = bareLabel(label);
  const noun = /^what (?:is|are|was|were) ((?:your|the|their) .+)\?$/i.exec(bare)?.[1] ?? bare;
  if (noun.endsWith("?") || instruction.test(noun)) return undefined;
  const small = smallFirst(noun);
  return determined.test(small) ? small : `the ${small}`;
}

const unnamed: Readonly<Record<string, string>> = {
  date: "The date",
  time: "The time",
  number: "The number",
  money: "The amount",
};

/** The subject that a sentence begins with: "Date of the noise". */
export function subjectOf(question: AnyQuestion): string {
  const noun = nounOf(question);
  if (noun === undefined) return unnamed[question.type] ?? "Your answer";
  const bare = bareLabel(question.label);
  return bare.endsWith("?") ? noun.charAt(0).toUpperCase() + noun.slice(1) : bare;
}

/** Ask for the answer: "Enter the date the noise started", "Select what you can hear". */
export function askFor(verb: "Enter" | "Select" | "Upload", question: AnyQuestion): string {
  const noun = nounOf(question);
  if (noun !== undefined) return `${verb} ${noun}`;
  const bare = bareLabel(question.label);
  if (!bare.endsWith("?")) return bare;
  const clause = clauseOf(bare);
  if (clause?.open) return `${verb} ${clause.words}`;
  if (clause && verb === "Select") return `Select whether ${clause.words}`;
  return `${verb} an answer to “${bare}”`;
}

/** Ask for yes or no: "Select yes if you have reported this noise before". */
export function askYesOrNo({ label }: AnyQuestion): string {
  const bare = bareLabel(label);
  const clause = clauseOf(bare);
  return clause && !clause.open
    ? `Select yes if ${clause.words}`
    : `Select yes or no for “${bare}”`;
}

/** "a date", "an address". */
export function oneOf(noun: string): string {
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/** A label without what a sentence does not take over: its last stop, and that it is optional. */
export function bareLabel(label: string): string {
  return label
    .trim()
    .replace(/\s*\((?:optional|dewisol)\)$/i, "")
    .replace(/[.:]$/, "");
}
