import { type Days, dateOf, dayMs, momentsOf } from "../days.ts";

/** A part of the time that is asked about, and the name of the month or week that it is of. */
export interface Period extends Pick<Days, "fromAt" | "toAt" | "fromDay" | "toDay"> {
  readonly name: string;
}

/** Cut days into parts that each lie in one month and one week, so that no part is long to read. Weeks begin on Monday. */
export function periodsOf({ fromDay, toDay }: Days, by: "month" | "week"): Period[] {
  const periods: Period[] = [];
  for (let first = fromDay; first <= toDay; ) {
    const next = Math.min(nextMonth(first), mondayOf(first) + 7);
    const last = Math.min(next - 1, toDay);
    const name = by === "month" ? dateOf(first).slice(0, 7) : dateOf(mondayOf(first));
    periods.push({ name, fromDay: first, toDay: last, ...momentsOf(first, last) });
    first = next;
  }
  return periods;
}

function nextMonth(day: number): number {
  const date = new Date(day * dayMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) / dayMs;
}

/** The first day of 1970 was a Thursday. */
function mondayOf(day: number): number {
  return day - ((day + 3) % 7);
}
