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
