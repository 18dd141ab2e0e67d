import { type DaysQuery, Problem } from "@guildhall/contract";
import type { Context } from "../context.ts";

export const dayMs = 86_400_000;
const usualDays = 28;
const mostDays = 366;

/** A time in whole days, both with it. */
export interface Days {
  readonly from: string;
  readonly to: string;
  readonly fromAt: number;
  readonly toAt: number;
  /** Days since 1970. */
  readonly fromDay: number;
  readonly toDay: number;
}

/**
 * The days that are asked about: the last four weeks where nothing is said. Days are those of UTC.
 *
 * @throws Problem `request-invalid` (none, or more than a year)
 */
export function daysOf({ now }: Pick<Context, "now">, { from, to }: DaysQuery): Days {
  const toDay = to === undefined ? Math.floor(now() / dayMs) : dayIn(to);
  const fromDay = from === undefined ? toDay - usualDays + 1 : dayIn(from);
  if (fromDay > toDay || toDay - fromDay >= mostDays)
    throw new Problem("request-invalid", { faults: [{ pointer: "/from", code: "invalid" }] });
  return between(fromDay, toDay);
}

/**
 * The finished months that touch the days which are asked about, each apart; the last finished one where there is none.
 *
 * Months are taken whole, and none that is still added to, so that nobody finds out a day by taking one answer from another.
 */
export function monthsOf({ now }: Pick<Context, "now">, { fromAt, toAt }: Days): Days[] {
  const last = monthAt(now()) - 1;
  const to = Math.min(monthAt(toAt), last);
  const from = Math.min(monthAt(fromAt), to);
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const fromDay = Date.UTC(0, from + at) / dayMs;
    return between(fromDay, Date.UTC(0, from + at + 1) / dayMs - 1);
  });
}

/** Months since 1900, which `Date.UTC` takes for year 0. */
function monthAt(at: number): number {
  const date = new Date(at);
  return (date.getUTCFullYear() - 1900) * 12 + date.getUTCMonth();
}

function between(fromDay: number, toDay: number): Days {
  return {
    from: dateOf(fromDay),
    to: dateOf(toDay),
    fromAt: fromDay * dayMs,
    toAt: (toDay + 1) * dayMs - 1,
    fromDay,
    toDay,
  };
}

function dayIn(date: string): number {
  return Math.floor(Date.parse(date) / dayMs);
}

function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
