import { type Fields, fieldOf } from "@guildhall/ui";

/** One row of a calculation as its drop-downs have it: what is added or taken away, times what, and when only. */
export interface TypedRow {
  readonly sign: "plus" | "minus";
  /** `q:` and a question, or `fixed`; empty where nothing is chosen yet. */
  readonly of: string;
  readonly ofAmount: string;
  /** The same of what it is multiplied by; empty where it is not. */
  readonly by: string;
  readonly byAmount: string;
  /** A question, `=` and the answer that it must have; empty where the row always counts. */
  readonly only: string;
}

/** A calculation as its fields have it: rows, or what was written by hand and stays as it is. */
export type TypedCalculation = { readonly rows: readonly TypedRow[] } | { readonly logic: unknown };

export const emptyRow: TypedRow = {
  sign: "plus",
  of: "",
  ofAmount: "",
  by: "",
  byAmount: "",
  only: "",
};

/** What a factor is that is typed and not asked. */
export const fixed = "fixed";

/** The most rows that one calculation is put together from. */
export const mostRows = 30;

/** The field that carries a calculation. */
export const calculationField = "value";

/** Read the calculation that fields carry as one text; none yet is one empty row. */
export function calculationIn(text: string): TypedCalculation {
  // Only this module writes that text.
  return text === "" ? { rows: [emptyRow] } : (JSON.parse(text) as TypedCalculation);
}

export function textOf(typed: TypedCalculation): string {
  return JSON.stringify(typed);
}

/** What was chosen in the drop-downs, with a row more or less where that button was pressed. */
export function typedText(fields: Fields): string {
  const logic = fieldOf(fields, "value-logic");
  if (logic !== undefined) return handWritten(logic);
  const count = Math.min(Number(fieldOf(fields, "value-rows")) || 0, mostRows);
  const rows = Array.from({ length: count }, (_, at) => typedRow(fields, at));
  return textOf({ rows: changed(rows, fieldOf(fields, "do") ?? "") });
}

/** Whether a button was pressed that only changes how many rows there are. */
export function changesRows(fields: Fields): boolean {
  return fieldOf(fields, "do")?.startsWith("row-") === true;
}

function handWritten(logic: string): string {
  try {
    return textOf({ logic: JSON.parse(logic) });
  } catch {
    return textOf({ rows: [emptyRow] });
  }
}

function typedRow(fields: Fields, at: number): TypedRow {
  const read = (name: string) => (fieldOf(fields, `value-${at}-${name}`) ?? "").trim();
  return {
    sign: read("sign") === "minus" ? "minus" : "plus",
    of: read("of"),
    ofAmount: read("ofAmount"),
    by: read("by"),
    byAmount: read("byAmount"),
    only: read("only"),
  };
}

function changed(rows: readonly TypedRow[], does: string): readonly TypedRow[] {
  const gone = /^row-remove-(\d+)$/.exec(does)?.[1];
  const left = gone === undefined ? rows : rows.filter((_, at) => at !== Number(gone));
  const isMore = does === "row-add" && rows.length < mostRows;
  return isMore || left.length === 0 ? [...left, emptyRow] : left;
}
