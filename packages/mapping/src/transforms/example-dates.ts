import { wholeMapping } from "../fault.ts";
import { noScope } from "../field.ts";
import { compileDate } from "./date.ts";

const patterns = [
  "dd/MM/yyyy",
  "d MMMM yyyy",
  "yyyy-MM-dd",
  "yyyy-MM-dd'T'HH:mm:ss",
  "dd/MM/yyyy HH:mm",
  "yyyyMMdd",
  "HH:mm",
  "HH:mm:ss",
] as const;

/** Forms of dates, each shown by one that is written so. */
export const exampleDates = patterns.map((value) => ({ value, label: exampleDate(value) }));

/** One date in a pattern; the pattern itself where it is none. */
export function exampleDate(pattern: string): string {
  try {
    const write = compileDate({ date: pattern }, wholeMapping, { target: "" });
    return String(write("2026-05-31T08:30:00.000Z", noScope));
  } catch {
    return pattern;
  }
}
