import type { ConditionRow, DraftDefinition, NamedCondition } from "@guildhall/contract";
import { readReferences } from "@guildhall/forms";
import { operationOf, rowOf } from "../conditions/parts.ts";

export type AnswerRow = Extract<ConditionRow, { question: string }>;

/** A condition as something that can be searched for answers that meet it. */
export type Formula =
  | boolean
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] }
  | { readonly not: Formula }
  | { readonly row: AnswerRow }
  /** Something that may hold or not, whatever was answered. */
  | "open";

/** Writes the conditions of a form as formulas, by their ids; each is written once. */
export type Formulas = (condition: string | undefined) => Formula;

/** Make ready to read the conditions of a form. One that goes by itself, is not there, or is larger than a form takes, is open. */
export function createFormulas({ form }: Pick<DraftDefinition, "form">): Formulas {
  const logics = new Map(form.conditions.map(({ id, when }) => [id, when]));
  const known = new Map<string, Formula>(unworkable(form.conditions).map((id) => [id, "open"]));
  const read: Formulas = (condition) => {
    if (condition === undefined) return true;
    const found = known.get(condition);
    if (found !== undefined) return found;
    // What is met again while it is being read goes by itself.
    known.set(condition, "open");
    const formula = logics.has(condition) ? formulaOf(logics.get(condition), read) : "open";
    known.set(condition, formula);
    return formula;
  };
  return read;
}

/** A formula is walked with all that it goes by, which doubles with each step where a condition names another twice. */
function unworkable(conditions: readonly NamedCondition[]): string[] {
  return readReferences(conditions).faults.flatMap(({ code, place }) =>
    code === "condition-too-large" || code === "condition-loop" ? (place.condition ?? []) : [],
  );
}

function formulaOf(logic: unknown, read: Formulas): Formula {
  if (typeof logic === "boolean") return logic;
  const { operator, operands } = operationOf(logic);
  if (operator === "and") return { all: operands.map((one) => formulaOf(one, read)) };
  if (operator === "or") return { any: operands.map((one) => formulaOf(one, read)) };
  if (operator === "!" && operands.length === 1) return { not: formulaOf(operands[0], read) };
  const row = rowOf(logic);
  if (!row) return "open";
  return "condition" in row ? read(row.condition) : { row };
}

const rowsKnown = new WeakMap<object, readonly AnswerRow[]>();

/** The rows that a formula is made of. */
export function rowsOf(formula: Formula): readonly AnswerRow[] {
  if (typeof formula !== "object") return [];
  const known = rowsKnown.get(formula);
  if (known) return known;
  const rows: AnswerRow[] = [];
  gather(formula, rows);
  rowsKnown.set(formula, rows);
  return rows;
}

function gather(formula: Formula, rows: AnswerRow[]): void {
  if (typeof formula !== "object") return;
  if ("row" in formula) rows.push(formula.row);
  else if ("not" in formula) gather(formula.not, rows);
  else for (const part of "all" in formula ? formula.all : formula.any) gather(part, rows);
}

/** Tell whether a formula holds, where that is settled by what is known of its rows. */
export function settled(
  formula: Formula,
  holds: (row: AnswerRow) => boolean | undefined,
): boolean | undefined {
  if (typeof formula !== "object") return formula === "open" ? undefined : formula;
  if ("row" in formula) return holds(formula.row);
  if ("not" in formula) return opposite(settled(formula.not, holds));
  const wanted = "any" in formula;
  const parts = "any" in formula ? formula.any : formula.all;
  let isSettled = true;
  for (const part of parts) {
    const value = settled(part, holds);
    if (value === wanted) return wanted;
    isSettled &&= value !== undefined;
  }
  return isSettled ? !wanted : undefined;
}

function opposite(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
