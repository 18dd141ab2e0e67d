import { type DaysQuery, Problem } from "@guildhall/contract";
import { momentOf, wallTimeOf } from "@guildhall/process";
import type { Context } from "./context.ts";

export const dayMs = 86_400_000;
const usualDays = 28;
const mostDays = 366;

/** A time in whole days, both with it. Days are London's, as a council's are. */
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
 * The days that are asked about: the last four weeks where nothing is said.
 *
 * @throws Problem `request-invalid` (none, or more than a year)
 */
export function daysOf({ now }: Pick<Context, "now">, { from, to }: DaysQuery): Days {
  const toDay = to === undefined ? dayAt(now()) : dayIn(to);
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
export function monthsOf({ now }: Pick<Context, "now">, { fromDay, toDay }: Days): Days[] {
  const last = monthOf(dayAt(now())) - 1;
  const to = Math.min(monthOf(toDay), last);
  const from = Math.min(monthOf(fromDay), to);
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const fromDay = Date.UTC(0, from + at) / dayMs;
    return between(fromDay, Date.UTC(0, from + at + 1) / dayMs - 1);
  });
}

/** The day that clocks in London show, in days since 1970. */
export function dayAt(at: number): number {
  return dayIn(wallTimeOf(new Date(at)).day);
}

/** The first moment of a day and the last, as clocks in London show them. */
export function momentsOf(fromDay: number, toDay: number): Pick<Days, "fromAt" | "toAt"> {
  return { fromAt: midnightOf(fromDay), toAt: midnightOf(toDay + 1) - 1 };
}

export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

function midnightOf(day: number): number {
  return momentOf({ day: dateOf(day), ms: 0 }).getTime();
}

/** Months since 1900, which `Date.UTC` takes for year 0. */
function monthOf(day: number): number {
  const date = new Date(day * dayMs);
  return (date.getUTCFullYear() - 1900) * 12 + date.getUTCMonth();
}

function between(fromDay: number, toDay: number): Days {
  return {
    from: dateOf(fromDay),
    to: dateOf(toDay),
    fromDay,
    toDay,
    ...momentsOf(fromDay, toDay),
  };
}

function dayIn(date: string): number {
  return Math.floor(Date.parse(date) / dayMs);
}
