import { readLogic } from "@guildhall/forms";
import { emptyRow, fixed, type TypedCalculation, type TypedRow } from "./rows.ts";

/** Put a calculation together from its rows; or say what is missing from one. */
export function logicOf(
  typed: TypedCalculation,
): { readonly value: unknown } | { readonly fault: string } {
  if ("logic" in typed) return { value: typed.logic };
  const terms: unknown[] = [];
  for (const [at, row] of typed.rows.entries()) {
    const fault = faultOf(row);
    if (fault !== undefined) return { fault: `Row ${at + 1}: ${fault}` };
    const term = termOf(row);
    terms.push(row.sign === "minus" ? { "-": [term] } : term);
  }
  return { value: terms.length === 1 ? terms[0] : { "+": terms } };
}

function faultOf({ of, ofAmount, by, byAmount }: TypedRow): string | undefined {
  if (of === "") return "choose a question or a fixed amount";
  const amounts = [of === fixed ? ofAmount : "0", by === fixed ? byAmount : "0"];
  const isNumber = amounts.every((text) => amountOf(text) !== undefined);
  return isNumber ? undefined : "enter an amount, such as 12.50";
}

function amountOf(text: string): number | undefined {
  const plain = text.replaceAll(",", "").replace(/^£\s*/, "");
  return /^\d{1,12}(\.\d{1,4})?$/.test(plain) ? Number(plain) : undefined;
}

function termOf({ of, ofAmount, by, byAmount, only }: TypedRow): unknown {
  const first = factorOf(of, ofAmount);
  const term = by === "" ? first : { "*": [first, factorOf(by, byAmount)] };
  const [, question, answer] = /^([^=]+)=(.*)$/s.exec(only) ?? [];
  if (question === undefined || answer === undefined) return term;
  return { if: [{ "==": [{ var: question }, keptAnswer(answer)] }, term, 0] };
}

function factorOf(of: string, amount: string): unknown {
  return of === fixed ? amountOf(amount) : { var: of.slice(2) };
}

/** The answer that a row goes by, as it is kept. */
export function keptAnswer(answer: string): string | boolean {
  return answer === "true" || (answer === "false" ? false : answer);
}

/** Show a calculation as rows; what rows cannot show stays as it was written by hand. */
export function typedFrom(value: unknown): TypedCalculation {
  const rows = signed(value, "plus");
  const isWhole = rows.length > 0 && rows.every((row) => row !== undefined);
  return isWhole ? { rows } : { logic: value };
}

type Sign = TypedRow["sign"];

function signed(value: unknown, sign: Sign): (TypedRow | undefined)[] {
  const [operator, operands] = operationOf(value);
  const other = sign === "plus" ? "minus" : "plus";
  if (operator === "+") return operands.flatMap((one) => signed(one, sign));
  if (operator !== "-") return [rowOf(value, sign)];
  const [first, second] = operands;
  return operands.length === 1
    ? signed(first, other)
    : [...signed(first, sign), ...signed(second, other)];
}

function rowOf(value: unknown, sign: Sign): TypedRow | undefined {
  const [operator, operands] = operationOf(value);
  const [condition, term, otherwise] = operands;
  if (operator !== "if") return productOf(value, sign);
  const only = operands.length === 3 && otherwise === 0 ? onlyOf(condition) : undefined;
  const row = only === undefined ? undefined : productOf(term, sign);
  return row && only !== undefined ? { ...row, only } : undefined;
}

function onlyOf(condition: unknown): string | undefined {
  const [operator, [variable, answer]] = operationOf(condition);
  const question = variableOf(variable);
  const isAnswer = typeof answer === "boolean" || typeof answer === "string";
  return operator === "==" && question !== undefined && isAnswer
    ? `${question}=${answer}`
    : undefined;
}

function productOf(value: unknown, sign: Sign): TypedRow | undefined {
  const [operator, operands] = operationOf(value);
  const factors = (operator === "*" ? operands : [value]).map(shownFactor);
  const [first, second] = factors;
  if (!first || factors.length > 2 || (factors.length === 2 && !second)) return undefined;
  const times = second ? { by: second.what, byAmount: second.amount } : {};
  return { ...emptyRow, sign, of: first.what, ofAmount: first.amount, ...times };
}

function shownFactor(value: unknown): { what: string; amount: string } | undefined {
  if (typeof value === "number") {
    const amount = String(value);
    return amountOf(amount) === undefined ? undefined : { what: fixed, amount };
  }
  const question = variableOf(value);
  return question === undefined ? undefined : { what: `q:${question}`, amount: "" };
}

function variableOf(value: unknown): string | undefined {
  const [operator, operands] = operationOf(value);
  const [name] = operands;
  const isPlain = operator === "var" && operands.length === 1 && typeof name === "string";
  return isPlain && /^[A-Za-z][A-Za-z0-9]*$/.test(name) ? name : undefined;
}

/** One operation of JSON Logic, and what it works on. */
function operationOf(value: unknown): readonly [operator: string, operands: readonly unknown[]] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return ["", []];
  const entries: [string, unknown][] = Object.entries(value);
  const [only] = entries;
  if (!only || entries.length > 1) return ["", []];
  const [operator, operands] = only;
  return [operator, Array.isArray(operands) ? operands : [operands]];
}

/** The questions that a calculation reads. */
export function readBy(value: unknown): readonly string[] {
  return [...new Set(readLogic(value).variables.map((path) => path.split(".")[0] ?? path))];
}
