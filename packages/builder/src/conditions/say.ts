import type { ConditionRow, DraftDefinition } from "@guildhall/contract";
import { dateWords } from "@guildhall/forms";
import { ownOf } from "../data.ts";
import { comparisonWords } from "./comparisons.ts";
import { operationOf, rowOf } from "./parts.ts";
import { type AskedQuestion, askedBy, questionsOf } from "./questions.ts";

/**
 * Say a condition as a person reads it: “Where is the noise coming from?” is “A pub” or “A shop”, and it is still going on.
 *
 * It stands in the middle of a sentence, and says something of whatever logic it is given.
 */
export function sayCondition(definition: DraftDefinition, logic: unknown): string {
  return createSayer(definition)(logic);
}

/** Make ready to say many conditions of one service. */
export function createSayer(definition: DraftDefinition): (logic: unknown) => string {
  const questions = questionsOf(definition);
  const names = new Map(definition.form.conditions.map(({ id, name }) => [id, name]));
  return (logic) => say(logic, { questions, names });
}

interface Told {
  readonly questions: readonly AskedQuestion[];
  readonly names: ReadonlyMap<string, string>;
}

function say(logic: unknown, told: Told): string {
  const row = rowOf(logic);
  if (row) return sayRow(row, told);
  const { operator, operands } = operationOf(logic);
  switch (operator) {
    case "and":
      return sayJoined(operands, "and", told);
    case "or":
      return sayJoined(operands, "or", told);
    case "!":
      return sayNot(operands[0], told);
    case "!!":
      return say(operands[0], told);
    default:
      return sayOther(logic);
  }
}

/** Not one of several is so; not all of several means that one is not. */
function sayNot(logic: unknown, told: Told): string {
  const { operator, operands } = operationOf(logic);
  const each = operands.map((one) => ({ "!": [one] }));
  if (operator === "or") return sayJoined(each, "and", told);
  return operator === "and" ? sayJoined(each, "or", told) : `it is not so that ${say(logic, told)}`;
}

function sayOther(logic: unknown): string {
  if (logic === true) return "always";
  return logic === false ? "never" : "a rule that was written by hand holds";
}

function sayJoined(operands: readonly unknown[], word: "and" | "or", told: Told): string {
  const said = operands.map((one) => bracketed(one, told));
  return said.length < 2
    ? said.join("")
    : `${said.slice(0, -1).join(", ")}, ${word} ${said.at(-1)}`;
}

/** What joins several itself is kept apart from what stands around it. */
function bracketed(logic: unknown, told: Told): string {
  const { operator, operands } = operationOf(logic);
  const inner = operator === "!" ? operationOf(operands[0]) : { operator, operands };
  const joins = (inner.operator === "and" || inner.operator === "or") && inner.operands.length > 1;
  return joins ? `(${say(logic, told)})` : say(logic, told);
}

function sayRow(row: Exclude<ConditionRow, { logic: unknown }>, told: Told): string {
  const isNegated = row.negated === true;
  if ("condition" in row) {
    const name = told.names.get(row.condition);
    if (name === undefined) return `“${row.condition}” holds, which is a condition that is gone`;
    return isNegated ? `“${name}” does not hold` : inSentence(name);
  }
  const asked = askedBy(row.question, told.questions);
  const { question, comparison, values } = row;
  const words = comparisonWords(comparison, asked?.question.type, isNegated);
  const said = values.map((value) => valueWords(value, asked?.question));
  return [subjectOf(question, asked), words, either(said)].filter((part) => part !== "").join(" ");
}

function subjectOf(variable: string, asked: AskedQuestion | undefined): string {
  const [id = "", part] = variable.split(".");
  if (!asked) return `“${id}”, a question that is gone,`;
  const label = `“${asked.question.label}”`;
  return part === undefined ? label : `the ${ownOf(partNames, part) ?? part} in ${label}`;
}

const partNames: Readonly<Record<string, string>> = {
  line1: "first line",
  line2: "second line",
  uprn: "property number",
  from: "first day",
  to: "last day",
};

function valueWords(
  value: string | number | boolean,
  question?: AskedQuestion["question"],
): string {
  if (typeof value === "boolean") return value ? "“Yes”" : "“No”";
  if (typeof value === "number") return question?.type === "money" ? `£${value}` : String(value);
  return question?.type === "date" ? dateWords(value) : `“${optionLabel(value, question)}”`;
}

function optionLabel(value: string, question?: AskedQuestion["question"]): string {
  const options = question && "options" in question ? question.options : [];
  return options.find((option) => option.value === value)?.label ?? value;
}

function either(values: readonly string[]): string {
  return values.length < 2
    ? values.join("")
    : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}

/** A name becomes a clause: “It is a pub” is said “it is a pub”. */
function inSentence(name: string): string {
  const bare = name.replace(/\.$/, "");
  return /^(?:[A-Z]{2}|I\b|[^A-Z])/.test(bare)
    ? bare
    : bare.charAt(0).toLowerCase() + bare.slice(1);
}
