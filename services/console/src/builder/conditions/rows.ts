import type {
  ComparedQuestion,
  ConditionParts,
  ConditionRow,
  DraftConditions,
} from "@guildhall/contract";
import { ConditionParts as Parts } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";

/** One row as its fields have it: what is looked at, how, and with what it is compared. */
export interface TypedRow {
  /** `q:` and a question, `c:` and a condition, `logic` for what was written by hand; empty where nothing is chosen yet. */
  readonly about: string;
  readonly comparison: string;
  readonly values: readonly string[];
  /** What was written by hand, as JSON. */
  readonly logic: string;
}

/** A condition as its form has it. */
export interface TypedCondition {
  readonly name: string;
  readonly join: ConditionParts["join"];
  readonly rows: readonly TypedRow[];
}

export const emptyRow: TypedRow = { about: "", comparison: "", values: [], logic: "" };
/** Stands before a comparison that must not hold. */
export const negatedMark = "not:";
const mostRows = 50;

/** Show a condition as its form does. */
export function typedFrom(name: string, { join, rows }: ConditionParts): TypedCondition {
  return { name, join, rows: rows.length > 0 ? rows.map(typedRow) : [emptyRow] };
}

function typedRow(row: ConditionRow): TypedRow {
  if ("logic" in row) return { ...emptyRow, about: "logic", logic: JSON.stringify(row.logic) };
  const mark = row.negated ? negatedMark : "";
  if ("condition" in row)
    return { ...emptyRow, about: `c:${row.condition}`, comparison: `${mark}holds` };
  const values = row.values.map(String);
  return {
    ...emptyRow,
    about: `q:${row.question}`,
    comparison: `${mark}${row.comparison}`,
    values,
  };
}

/** Read what was typed, row by row. */
export function typedCondition(fields: Fields): TypedCondition {
  const count = Math.min(Number(fieldOf(fields, "rows")) || 0, mostRows);
  const join = fieldOf(fields, "join");
  return {
    name: fieldOf(fields, "name")?.trim() ?? "",
    join: join === "any" || join === "none" ? join : "all",
    rows: Array.from({ length: count }, (_, at) => ({
      about: fieldOf(fields, `row-${at}-about`) ?? "",
      comparison: fieldOf(fields, `row-${at}-comparison`) ?? "",
      values: fields.get(`row-${at}-value`)?.filter((value) => value !== "") ?? [],
      logic: fieldOf(fields, `row-${at}-logic`) ?? "",
    })),
  };
}

/** The same rows with one more, or with one less. */
export function changedRows(typed: TypedCondition, does: string): TypedCondition {
  if (does === "add" && typed.rows.length < mostRows)
    return { ...typed, rows: [...typed.rows, emptyRow] };
  const [, gone] = /^remove-(\d+)$/.exec(does) ?? [];
  if (gone === undefined) return typed;
  const rows = typed.rows.filter((_, at) => at !== Number(gone));
  return { ...typed, rows: rows.length > 0 ? rows : [emptyRow] };
}

/** The question that a row looks at: as it can be compared. */
export function questionOf({ about }: TypedRow, { questions }: DraftConditions) {
  const [, id] = /^q:([^.]*)/.exec(about) ?? [];
  return id === undefined ? undefined : questions.find((question) => question.id === id);
}

/** Put the condition together; or say by field what is missing from it. */
export function partsOf(
  typed: TypedCondition,
  known: DraftConditions,
): { parts: ConditionParts } | { faults: Record<string, string> } {
  const faults: Record<string, string> = {};
  const rows = typed.rows.map((row, at) => {
    const read = rowOf(row, known);
    if ("fault" in read) faults[`row-${at}-${read.field}`] = read.fault;
    return "fault" in read ? undefined : read.row;
  });
  if (Object.keys(faults).length > 0) return { faults };
  const parts = Parts.safeParse({ join: typed.join, rows });
  return parts.success
    ? { parts: parts.data }
    : { faults: { "row-0-about": "This cannot be compared like that" } };
}

type Read = { row: object } | { fault: string; field: "about" | "comparison" | "value" };

function rowOf(row: TypedRow, known: DraftConditions): Read {
  if (row.about === "logic") return handWritten(row);
  const negated = row.comparison.startsWith(negatedMark) ? { negated: true } : {};
  const comparison = row.comparison.replace(negatedMark, "");
  const condition = known.conditions.find(({ id }) => row.about === `c:${id}`);
  if (condition) return { row: { condition: condition.id, ...negated } };
  const question = questionOf(row, known);
  if (!question) return { fault: "Choose what it looks at", field: "about" };
  if (
    !question.comparisons.some((one) => one.comparison === comparison) &&
    comparison !== "has-value"
  )
    return { fault: "Choose how it is compared", field: "comparison" };
  const values = valuesOf(row, comparison, question);
  if ("fault" in values) return { ...values, field: "value" };
  return { row: { question: row.about.slice(2), comparison, ...values, ...negated } };
}

function handWritten({ logic }: TypedRow): Read {
  try {
    return { row: { logic: JSON.parse(logic) } };
  } catch {
    return { fault: "This was written by hand and cannot be read", field: "about" };
  }
}

const without = new Set(["given", "has-value"]);

/** Whether a comparison needs a value to compare with. */
export function takesValue(comparison: string): boolean {
  return !without.has(comparison.replace(negatedMark, ""));
}

function valuesOf(
  { values }: TypedRow,
  comparison: string,
  question: ComparedQuestion,
): { values: (string | number | boolean)[] } | { fault: string } {
  if (!takesValue(comparison)) return { values: [] };
  if (values.length === 0) return { fault: "Choose or enter what it is compared with" };
  const chosen = values.map((text) => answerOf(text, question));
  return { values: comparison === "one-of" ? chosen : chosen.slice(0, 1) };
}

/** A value to choose is what the question has; one that is typed is a number where it looks like one. */
function answerOf(text: string, { values, comparisons }: ComparedQuestion) {
  const known = values.find(({ value }) => String(value) === text);
  if (known) return known.value;
  const isOrdered = comparisons.some(({ comparison }) => comparison === "more-than");
  const isNumber = /^-?\d+(\.\d+)?$/.test(text.trim());
  return isOrdered && isNumber ? Number(text) : text.trim();
}
