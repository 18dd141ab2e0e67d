import type { Answers } from "@guildhall/contract";

const dayMs = 86_400_000;
const aDay = /^\d{4}-\d{2}-\d{2}$/;

/** Give answers with each day as far from today as it was from the day that they were written for. */
export function asOfToday(answers: Answers, writtenFor: string, today: string): Answers {
  const movedMs = Date.parse(today) - Date.parse(writtenFor);
  const moved = (_: string, value: unknown) =>
    typeof value === "string" && aDay.test(value)
      ? new Date(Date.parse(value) + Math.round(movedMs / dayMs) * dayMs).toISOString().slice(0, 10)
      : value;
  // Only days differ, so they are answers still.
  return JSON.parse(JSON.stringify(answers, moved)) as Answers;
}
