import type { Answers } from "@guildhall/contract";

const dayMs = 86_400_000;
const aDay = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Give answers with each day as far from today as it was from the day that they were written for.
 *
 * What is no day of the calendar stays as it is: an answer may be wrong on purpose.
 */
export function asOfToday(answers: Answers, writtenFor: string, today: string): Answers {
  const days = Math.round((Date.parse(today) - Date.parse(writtenFor)) / dayMs);
  if (Number.isNaN(days)) return answers;
  const moved = (_: string, value: unknown) =>
    typeof value === "string" && aDay.test(value) ? movedBy(value, days) : value;
  // Only days differ, so they are answers still.
  return JSON.parse(JSON.stringify(answers, moved)) as Answers;
}

function movedBy(day: string, days: number): string {
  const at = Date.parse(day) + days * dayMs;
  const moved = Number.isNaN(at) ? "" : new Date(at).toISOString().slice(0, 10);
  // Beyond the year 9999 a day is written otherwise.
  return aDay.test(moved) ? moved : day;
}
