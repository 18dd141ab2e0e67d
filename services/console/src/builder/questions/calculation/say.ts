import type { AnyQuestion } from "../held.ts";
import { typedFrom } from "./logic.ts";
import { fixed, type TypedRow } from "./rows.ts";

type Questions = ReadonlyMap<string, AnyQuestion>;

/** Say a calculation as a sentence says it: “Hours” times 12.50, plus “Deposit”, minus 5 if “Is it a charity?” is “Yes”. */
export function sayCalculation(value: unknown, questions: Questions): string {
  const typed = typedFrom(value);
  if ("logic" in typed) return "a calculation that was written by hand";
  return typed.rows.map((row, at) => sayRow(row, at, questions)).join(", ");
}

function sayRow(row: TypedRow, at: number, questions: Questions): string {
  const sign = at === 0 && row.sign === "plus" ? "" : `${row.sign} `;
  const times = row.by === "" ? "" : ` times ${sayFactor(row.by, row.byAmount, questions)}`;
  const only = row.only === "" ? "" : ` if ${sayOnly(row.only, questions)}`;
  return `${sign}${sayFactor(row.of, row.ofAmount, questions)}${times}${only}`;
}

function sayFactor(of: string, amount: string, questions: Questions): string {
  return of === fixed ? amount : `“${labelOf(of.slice(2), questions)}”`;
}

function labelOf(id: string, questions: Questions): string {
  return questions.get(id)?.label ?? `${id}, a question that is gone`;
}

/** Say which answer a question must have. */
export function sayOnly(only: string, questions: Questions): string {
  const [id = "", ...rest] = only.split("=");
  const answer = rest.join("=");
  const question = questions.get(id);
  const options = question && "options" in question ? question.options : [];
  const label = options.find(({ value }) => value === answer)?.label;
  const yesNo = answer === "true" ? "Yes" : "No";
  const said = question?.type === "yes-no" ? yesNo : (label ?? answer);
  return `“${labelOf(id, questions)}” is “${said}”`;
}
