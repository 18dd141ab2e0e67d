import { type Comparison, type ConditionParts, ConditionRow } from "@guildhall/contract";
import { isFields, ownOf } from "../data.ts";

type AnswerRow = Extract<ConditionRow, { question: string }>;
type Value = AnswerRow["values"][number];

/**
 * Show JSON Logic as rows of drop-downs.
 *
 * What rows cannot show is a row of its own that holds the logic as it is, so nothing is ever lost: `logicOf` of the
 * parts holds for the same answers.
 */
export function conditionParts(logic: unknown): ConditionParts {
  if (logic === true) return { join: "all", rows: [] };
  if (logic === false) return { join: "any", rows: [] };
  const parts = partsOf(logic);
  // What is beyond the bounds of drop-downs is not shown in part: a condition half shown would be half kept.
  return parts.rows.length > mostRows ? { join: "all", rows: [{ logic }] } : bounded(parts);
}

const mostRows = 50;

/** A row that drop-downs do not take, as one with very many values, is its logic. */
function bounded({ join, rows }: ConditionParts): ConditionParts {
  return {
    join,
    rows: rows.map((row) =>
      ConditionRow.safeParse(row).success ? row : { logic: logicOfRow(row) },
    ),
  };
}

function partsOf(logic: unknown): ConditionParts {
  const { operator, operands } = operationOf(logic);
  if (operator === "and") return { join: "all", rows: operands.flatMap(rowsOfAll) };
  if (operator === "or") return { join: "any", rows: operands.flatMap(rowsOfAny) };
  const [inner] = operands;
  if (operator === "!" && operationOf(inner).operator === "or")
    return { join: "none", rows: operationOf(inner).operands.flatMap(rowsOfAny) };
  return { join: "all", rows: rowsOfAll(logic) };
}

/** Write rows of drop-downs as JSON Logic. */
export function logicOf({ join, rows }: ConditionParts): unknown {
  const logics = rows.map(logicOfRow);
  if (rows.length === 0) return join !== "any";
  if (join === "none") return { "!": [{ or: logics }] };
  return logics.length === 1 ? logics[0] : { [join === "all" ? "and" : "or"]: logics };
}

/** Tell whether drop-downs show the whole of a condition. */
export function isWhole({ rows }: ConditionParts): boolean {
  return rows.every((row) => !("logic" in row));
}

/** One operation of JSON Logic; no operator where it is none, or not written as one. */
export function operationOf(logic: unknown): { operator?: string; operands: readonly unknown[] } {
  if (!isFields(logic)) return { operands: [] };
  const [operator, ...others] = Object.keys(logic);
  if (operator === undefined || others.length > 0) return { operands: [] };
  const operands: unknown = logic[operator];
  return { operator, operands: Array.isArray(operands) ? operands : [operands] };
}

/** All of what `and` joins, however deep: “neither a nor b” is two rows. */
function rowsOfAll(logic: unknown): ConditionRow[] {
  return rowsOf(logic, "and", "or");
}

function rowsOfAny(logic: unknown): ConditionRow[] {
  return rowsOf(logic, "or", "and");
}

function rowsOf(logic: unknown, join: string, other: string): ConditionRow[] {
  const { operator, operands } = operationOf(logic);
  if (operator === join) return operands.flatMap((one) => rowsOf(one, join, other));
  const inner = operator === "!" ? operationOf(operands[0]) : undefined;
  if (inner?.operator === other)
    return inner.operands.flatMap((one) => rowsOf({ "!": [one] }, join, other));
  return [rowOf(logic) ?? { logic }];
}

/** The row that shows a piece of logic, where one does. */
export function rowOf(logic: unknown): Exclude<ConditionRow, { logic: unknown }> | undefined {
  const { operator, operands } = operationOf(logic);
  const [first, second] = operands;
  if (operator === "!" && operands.length === 1) return turned(rowOf(first));
  if (operator === "condition") return typeof first === "string" ? { condition: first } : undefined;
  if (operator === "!!" && operands.length === 1) {
    const question = variableOf(first);
    return question === undefined ? undefined : { question, comparison: "has-value", values: [] };
  }
  return operands.length === 2 ? comparisonRow(operator, first, second) : undefined;
}

const orders: Readonly<Record<string, readonly [Comparison, Comparison]>> = {
  ">": ["more-than", "less-than"],
  ">=": ["at-least", "at-most"],
  "<": ["less-than", "more-than"],
  "<=": ["at-most", "at-least"],
};

function comparisonRow(operator = "", first: unknown, second: unknown): AnswerRow | undefined {
  const [left, right] = [variableOf(first), variableOf(second)];
  if (operator === "in") return membershipRow({ left, right, first, second });
  const question = left ?? right;
  const value = left === undefined ? first : second;
  if (question === undefined) return undefined;
  if (operator === "==" || operator === "!=") return equalityRow(question, operator, value);
  const comparison = ownOf(orders, operator)?.[left === undefined ? 1 : 0];
  return comparison && isValue(value) && typeof value !== "boolean"
    ? { question, comparison, values: [value] }
    : undefined;
}

function equalityRow(question: string, operator: string, value: unknown): AnswerRow | undefined {
  const isEqual = operator === "==";
  // Nothing is equal to null but an answer that was not given.
  if (value === null)
    return { question, comparison: "given", values: [], ...(isEqual ? negated : {}) };
  if (!isValue(value)) return undefined;
  return { question, comparison: "is", values: [value], ...(isEqual ? {} : negated) };
}

const negated = { negated: true };

interface Membership {
  readonly left: string | undefined;
  readonly right: string | undefined;
  readonly first: unknown;
  readonly second: unknown;
}

function membershipRow({ left, right, first, second }: Membership): AnswerRow | undefined {
  if (left !== undefined && Array.isArray(second) && second.every(isValue))
    return { question: left, comparison: "one-of", values: second };
  return right !== undefined && isValue(first)
    ? { question: right, comparison: "includes", values: [first] }
    : undefined;
}

function isValue(value: unknown): value is Value {
  return ["string", "number", "boolean"].includes(typeof value);
}

/** The name that a plain `var` reads; one with a value to fall back to is not plain. */
function variableOf(logic: unknown): string | undefined {
  const { operator, operands } = operationOf(logic);
  const [name] = operands;
  return operator === "var" && operands.length === 1 && typeof name === "string" && name !== ""
    ? name
    : undefined;
}

function turned<T extends { negated?: boolean | undefined }>(row: T | undefined): T | undefined {
  if (!row) return undefined;
  const { negated: isNegated, ...rest } = row;
  // Only the mark was turned.
  return (isNegated ? rest : { ...rest, ...negated }) as T;
}

function logicOfRow(row: ConditionRow): unknown {
  if ("logic" in row) return row.logic;
  const isNegated = row.negated === true;
  if ("condition" in row) return unless(isNegated, { condition: row.condition });
  const answer = { var: row.question };
  const [value] = row.values;
  if (row.comparison === "given") return { [isNegated ? "==" : "!="]: [answer, null] };
  if (row.comparison === "is") return { [isNegated ? "!=" : "=="]: [answer, value] };
  return unless(isNegated, plainLogic(row, answer));
}

function unless(isNegated: boolean, logic: unknown): unknown {
  return isNegated ? { "!": [logic] } : logic;
}

function plainLogic({ comparison, values }: AnswerRow, answer: unknown): unknown {
  const [value] = values;
  switch (comparison) {
    case "has-value":
      return { "!!": [answer] };
    case "one-of":
      return { in: [answer, values] };
    case "includes":
      return { in: [value, answer] };
    default:
      return { [operators[comparison] ?? "=="]: [answer, value] };
  }
}

const operators: Partial<Record<Comparison, string>> = {
  "more-than": ">",
  "at-least": ">=",
  "less-than": "<",
  "at-most": "<=",
};
