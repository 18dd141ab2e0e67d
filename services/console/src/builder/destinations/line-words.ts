import type { LineState, TargetField } from "@guildhall/contract";

/** How a line stands, for a tag. */
export const stateWords: Readonly<Record<LineState, { content: string; classes: string }>> = {
  mapped: { content: "Done", classes: "govuk-tag--green" },
  "missing-required": { content: "Missing", classes: "govuk-tag--red" },
  optional: { content: "Optional", classes: "govuk-tag--grey" },
  "unknown-target": { content: "No such place", classes: "govuk-tag--orange" },
  "type-doubtful": { content: "Look again", classes: "govuk-tag--yellow" },
};

const typeWords: Readonly<Record<TargetField["type"], string>> = {
  group: "group",
  text: "text",
  number: "number",
  integer: "whole number",
  boolean: "yes or no",
  date: "date",
  time: "time",
  "date-time": "date and time",
  list: "list",
  place: "place",
  file: "file",
  any: "anything",
};

/** What a field takes, in few words. */
export function takesWords({ type, repeats, options, limits }: TargetField): string {
  const what = options && options.length > 0 ? valuesWords(options.length) : typeWords[type];
  const most = limits?.maxLength === undefined ? "" : `, at most ${limits.maxLength} characters`;
  return `${what}${repeats ? ", may repeat" : ""}${most}`;
}

/** How many values there are to choose from. */
function valuesWords(count: number): string {
  return count === 1 ? "one value" : `one of ${count.toLocaleString("en-GB")} values`;
}

const longest = 120;

/** A result as a table has room for it. */
export function shortened(result: string): string {
  return result.length > longest ? `${result.slice(0, longest).trimEnd()}…` : result;
}
