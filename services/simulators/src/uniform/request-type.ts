import { z } from "zod";

/** The kinds of request that Uniform keeps apart, each with reading operations of its own. */
export const RequestType = z.enum(["GENERAL", "FOOD", "NOISE", "PEST", "DOG"]);
export type RequestType = z.infer<typeof RequestType>;

const suffixes: Record<RequestType, string> = {
  GENERAL: "SR",
  FOOD: "FS",
  NOISE: "NO",
  PEST: "PE",
  DOG: "DG",
};

/** The reference of a request: its year, its number among those of its type, and the type's letters. */
export function referenceOf(type: RequestType, year: string, number: number): string {
  return `${year}/${String(number).padStart(5, "0")}/${suffixes[type]}`;
}

/** The number after the last one that was given in a year under the same letters. */
export function nextNumber(references: readonly string[], year: string, letters: string): number {
  const numbers = references
    .map((reference) => reference.split("/"))
    .filter(([of, , suffix]) => of === year && suffix === letters)
    .map(([, number]) => Number(number));
  return Math.max(0, ...numbers) + 1;
}

export function lettersOf(type: RequestType): string {
  return suffixes[type];
}
