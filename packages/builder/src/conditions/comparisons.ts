import type { Comparison, ItemQuestion, Question } from "@guildhall/contract";

type Kind = (Question | ItemQuestion)["type"];

/** A way to compare the answers of a question, and its words: “is more than”, “is not more than”. */
export interface OfferedComparison {
  readonly comparison: Comparison;
  readonly words: string;
  readonly negatedWords: string;
}

/** Name the comparisons that make sense for a kind of question, the most usual first. */
export function comparisonsFor(kind: Kind): OfferedComparison[] {
  return kindsOf(kind).map((comparison) => ({
    comparison,
    words: comparisonWords(comparison, kind, false),
    negatedWords: comparisonWords(comparison, kind, true),
  }));
}

const numbers: readonly Comparison[] = [
  "is",
  "more-than",
  "at-least",
  "less-than",
  "at-most",
  "given",
];

function kindsOf(kind: Kind): readonly Comparison[] {
  switch (kind) {
    case "yes-no":
      return ["is", "given"];
    case "radios":
    case "select":
      return ["is", "one-of", "given"];
    case "checkboxes":
      return ["includes", "given"];
    case "number":
    case "money":
    case "calculated":
    case "date":
    case "time":
      return numbers;
    case "text":
    case "long-text":
    case "name":
    case "vehicle-registration":
      return ["given", "is", "includes"];
    default:
      return ["given"];
  }
}

const words: Readonly<Record<Comparison, readonly [holds: string, not: string]>> = {
  is: ["is", "is not"],
  "one-of": ["is", "is not"],
  includes: ["includes", "does not include"],
  "more-than": ["is more than", "is not more than"],
  "at-least": ["is at least", "is not at least"],
  "less-than": ["is less than", "is not less than"],
  "at-most": ["is at most", "is not at most"],
  given: ["is answered", "is not answered"],
  "has-value": ["is answered", "is not answered"],
};

const inTime: Partial<typeof words> = {
  "more-than": ["is after", "is not after"],
  "at-least": ["is not before", "is before"],
  "less-than": ["is before", "is not before"],
  "at-most": ["is not after", "is after"],
};

/** Say a comparison as it stands between a question and a value. */
export function comparisonWords(
  comparison: Comparison,
  kind: Kind | undefined,
  isNegated: boolean,
): string {
  const isTime = kind === "date" || kind === "time";
  const isChoice = kind === "yes-no" || kind === "declaration";
  if (comparison === "has-value" && isChoice) return isNegated ? "is not “Yes”" : "is “Yes”";
  const said = (isTime ? inTime[comparison] : undefined) ?? words[comparison];
  return said[isNegated ? 1 : 0];
}
