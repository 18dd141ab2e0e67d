import { bankHolidays } from "./bank-holidays.ts";
import { momentOf, nextDay, wallTimeOf, weekdayOf } from "./london.ts";

const closingMs = 17 * 3_600_000;

/**
 * Find the moment so many working days after another, at the same time of day in London.
 *
 * Days are London's, so what is sent at 23:30 UTC in July counts from the day after. 0 is the working day that
 * is still going on, or the next one. Past the last year of `holidays` only weekends are left out.
 */
export function addWorkingDays(
  from: Date,
  days: number,
  holidays: ReadonlySet<string> = bankHolidays,
): Date {
  if (!Number.isInteger(days) || days < 0) throw new RangeError("Working days are counted from 0");
  const { day, ms } = wallTimeOf(from);
  if (days === 0 && isWorkingDay(day, holidays) && ms <= closingMs) return from;
  let reached = day;
  for (let left = Math.max(days, 1); left > 0; left -= 1)
    reached = nextWorkingDay(reached, holidays);
  return momentOf({ day: reached, ms });
}

/** Count the working days that begin after one moment and up to another: what `addWorkingDays` has to add to come there. */
export function countWorkingDays(
  from: Date,
  to: Date,
  holidays: ReadonlySet<string> = bankHolidays,
): number {
  const last = wallTimeOf(to).day;
  let count = 0;
  for (let day = nextDay(wallTimeOf(from).day); day <= last; day = nextDay(day))
    if (isWorkingDay(day, holidays)) count += 1;
  return count;
}

/** Find the end, 17:00 in London, of the working day that a moment is on, or of the next where it is on none. */
export function endOfWorkingDay(moment: Date, holidays: ReadonlySet<string> = bankHolidays): Date {
  const { day } = wallTimeOf(moment);
  const working = isWorkingDay(day, holidays) ? day : nextWorkingDay(day, holidays);
  return momentOf({ day: working, ms: closingMs });
}

function nextWorkingDay(day: string, holidays: ReadonlySet<string>): string {
  const next = nextDay(day);
  return isWorkingDay(next, holidays) ? next : nextWorkingDay(next, holidays);
}

function isWorkingDay(day: string, holidays: ReadonlySet<string>): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}
