import type { QuestionOf } from "../question.ts";
import { type Check, refuse } from "../sheet.ts";
import { needed, type Parts, partsCheck } from "./parts.ts";

type Days = Pick<QuestionOf<"date">, "notAfter" | "notBefore">;

/**
 * Check a day between 1900 and 2100, or where it may be approximate a month or a year, on the side of today asked for.
 *
 * A month or a year is compared with today's: this month is neither past nor future.
 */
export function dateCheck({ approximate, ...days }: QuestionOf<"date">): Check {
  const isReal = approximate ? isRealPeriod : isRealDate;
  const missing = approximate ? missingFromPeriod : missingParts;
  return (value, pointer, sheet) => {
    if (typeof value !== "string") return refuse(sheet, pointer, "invalid");
    if (!isReal(value)) return refuse(sheet, pointer, "invalid", missing(value));
    const fault = sideOf(value, sheet.today.slice(0, value.length), days);
    return fault === undefined ? value : refuse(sheet, pointer, fault);
  };
}

/** The parts of a range, both of them days. */
export function rangeParts(days: Days): Parts {
  const check = dateCheck({ ...days, approximate: false } as QuestionOf<"date">);
  return new Map([
    ["from", needed(check)],
    ["to", needed(check)],
  ]);
}

/** Check a day and another that is the same or later. */
export function rangeCheck(days: Days): Check {
  return partsCheck(rangeParts(days), (range, pointer, sheet) =>
    String(range.from) <= String(range.to) ? range : refuse(sheet, `${pointer}/to`, "before-start"),
  );
}

export function timeCheck(): Check {
  return (value, pointer, sheet) =>
    typeof value === "string" && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)
      ? value
      : refuse(sheet, pointer, "invalid");
}

export function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return year >= 1900 && year <= 2100 && day >= 1 && day <= daysIn(year, month);
}

/** Tell whether this is a year, a month of a year, or a day. */
export function isRealPeriod(text: string): boolean {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  return isRealDate(`${year}-${month}-${day}`);
}

function sideOf(date: string, today: string, { notAfter, notBefore }: Days): string | undefined {
  if (notAfter && date > today) return "future";
  return notBefore && date < today ? "past" : undefined;
}

const threeFields = /^\d{0,8}-\d{0,8}-\d{0,8}$/;

/** Name the parts left empty in a date of three fields (`2025--03`), so that the sentence can ask for them. */
function missingParts(text: string): string | undefined {
  if (!threeFields.test(text)) return undefined;
  const [year, month, day] = text.split("-");
  return listed([day === "" && "day", month === "" && "month", year === "" && "year"]);
}

/** A day needs its month, and everything a year. */
function missingFromPeriod(text: string): string | undefined {
  if (!threeFields.test(text)) return undefined;
  const [year, month, day] = text.split("-");
  return listed([month === "" && day !== "" && "month", year === "" && "year"]);
}

function listed(missing: readonly (string | false)[]): string | undefined {
  return missing.filter((part) => part !== false).join(" and ") || undefined;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
