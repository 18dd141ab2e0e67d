import type { ItemQuestion, Question } from "@guildhall/contract";
import type { AnswerRow } from "./formula.ts";

/** An answer that stands for all that the rows of a search cannot tell from it; null for none. */
export type Sample = null | string | number | boolean | readonly string[];

type AnyQuestion = Question | ItemQuestion;

/** The most options of one question that are tried in every mixture. */
const mostMixed = 6;

/**
 * Give a few answers to a question that stand for all there can be, as far as these rows tell them apart.
 *
 * Undefined where a row compares in a way that no few answers stand for.
 */
export function samplesFor(
  question: AnyQuestion,
  rows: readonly AnswerRow[],
): readonly Sample[] | undefined {
  const compares = new Set(rows.map(({ comparison }) => comparison));
  if (only(compares, bare) && !hasOwnSamples.has(question.type)) return [null, "x"];
  // What is known of a part of an answer is only whether it is there.
  if (rows.some(({ question: name }) => name.includes("."))) return undefined;
  if (!only(compares, comparable[question.type] ?? bare)) return undefined;
  const values = rows.flatMap((row) => row.values);
  switch (question.type) {
    case "yes-no":
      return [null, true, false];
    case "radios":
    case "select":
      return [null, ...question.options.map(({ value }) => value)];
    case "checkboxes":
      return mixturesOf(
        question.options.map(({ value }) => value),
        values,
      );
    case "number":
    case "money":
      return numbersFor(question, values);
    case "date":
      return question.approximate ? undefined : textsFor(values);
    default:
      return question.type === "calculated" ? undefined : textsFor(values);
  }
}

type Comparisons = ReadonlySet<AnswerRow["comparison"]>;

const bare: Comparisons = new Set(["given", "has-value"]);
const equal: Comparisons = new Set(["is", "one-of", ...bare]);
const ordered: Comparisons = new Set(["more-than", "at-least", "less-than", "at-most", ...equal]);
const included: Comparisons = new Set(["includes", ...bare]);

/** Kinds whose answers may be “no”, nought, or follow from other answers, so that being there is not all that counts. */
const hasOwnSamples: ReadonlySet<AnyQuestion["type"]> = new Set([
  "yes-no",
  "number",
  "money",
  "calculated",
]);

function only(compares: Comparisons, known: Comparisons): boolean {
  return [...compares].every((one) => known.has(one));
}

/** The comparisons that a few answers settle, for each kind of question. */
const comparable: Partial<Record<AnyQuestion["type"], Comparisons>> = {
  "yes-no": equal,
  radios: equal,
  select: equal,
  text: equal,
  "long-text": equal,
  name: equal,
  checkboxes: included,
  number: ordered,
  money: ordered,
  date: ordered,
  time: ordered,
};

/** Each mixture of the options that are named, and one that is not. */
function mixturesOf(options: readonly string[], values: readonly unknown[]): Sample[] | undefined {
  const compared = new Set(values);
  const named = options.filter((option) => compared.has(option));
  const other = options.find((option) => !compared.has(option));
  if (named.length > mostMixed) return undefined;
  let mixtures: string[][] = [[]];
  for (const option of named) mixtures = [...mixtures, ...mixtures.map((one) => [...one, option])];
  const filled = mixtures.map((one) => (one.length === 0 && other !== undefined ? [other] : one));
  return [null, ...filled.filter((one) => one.length > 0)];
}

/** The numbers that are named, one between each two, and one beyond either end; within the question's bounds. */
function numbersFor(
  { min = -Infinity, max = Infinity }: { min?: number | undefined; max?: number | undefined },
  values: readonly unknown[],
): Sample[] | undefined {
  if (!values.every((value) => typeof value === "number")) return undefined;
  const points = [...new Set([0, ...values, min, max].filter(Number.isFinite))].sort(
    (a, b) => a - b,
  );
  const between = points.slice(1).map((point, at) => (point + (points[at] ?? point)) / 2);
  const beyond = [(points[0] ?? 0) - 1, (points.at(-1) ?? 0) + 1];
  const inside = [...points, ...between, ...beyond].filter((value) => value >= min && value <= max);
  return [null, ...inside];
}

/** The texts that are named, one behind each of them, and one before all; dates and times stand in order as texts. */
function textsFor(values: readonly unknown[]): Sample[] | undefined {
  if (!values.every((value) => typeof value === "string")) return undefined;
  return [null, "!", ...values.flatMap((value) => [value, `${value}~`])];
}

/** Tell whether a row holds for an answer, as the form itself would find. */
export function rowHolds({ comparison, values, negated }: AnswerRow, answer: Sample): boolean {
  return holdsPlainly(comparison, values, answer) !== (negated === true);
}

function holdsPlainly(
  comparison: AnswerRow["comparison"],
  values: AnswerRow["values"],
  answer: Sample,
): boolean {
  if (answer === null) return false;
  const [value = null] = values;
  switch (comparison) {
    case "given":
      return true;
    case "has-value":
      return Boolean(answer);
    case "one-of":
      return values.some((one) => one === answer);
    case "includes":
      return Array.isArray(answer) && answer.includes(value);
    case "is":
      // biome-ignore lint/suspicious/noDoubleEquals: forms compare so.
      return answer == value;
    default:
      return stands(comparison, answer, value);
  }
}

function stands(comparison: string, answer: NonNullable<Sample>, value: unknown): boolean {
  // The comparison itself takes texts as well as numbers; dates compare as texts.
  const [left, right] = [answer as number, value as number];
  if (comparison === "more-than") return left > right;
  if (comparison === "at-least") return left >= right;
  return comparison === "less-than" ? left < right : left <= right;
}
