import type { QuestionOf } from "../question.ts";
import { type Check, refuse } from "../sheet.ts";

/** Check a real day between 1900 and 2100, on the side of today that the question asks for. */
export function dateCheck({ notAfter, notBefore }: QuestionOf<"date">): Check {
  return (value, pointer, sheet) => {
    if (typeof value !== "string") return refuse(sheet, pointer, "invalid");
    if (!isRealDate(value)) return refuse(sheet, pointer, "invalid", missingParts(value));
    if (notAfter && value > sheet.today) return refuse(sheet, pointer, "future");
    if (notBefore && value < sheet.today) return refuse(sheet, pointer, "past");
    return value;
  };
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

/** Name the parts left empty in a date of three fields (`2025--03`), so that the sentence can ask for them. */
function missingParts(text: string): string | undefined {
  if (!/^\d{0,8}-\d{0,8}-\d{0,8}$/.test(text)) return undefined;
  const [year, month, day] = text.split("-");
  const missing = [day === "" && "day", month === "" && "month", year === "" && "year"];
  return missing.filter((part) => part !== false).join(" and ") || undefined;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
