import { type NewInformationRequest, Problem } from "@guildhall/contract";
import { addWorkingDays, momentOf, nextDay, wallTimeOf } from "@guildhall/process";

const dayMs = 86_400_000;
const nineMs = 9 * 3_600_000;
const usualWorkingDays = 10;
const mostDays = 366;

/** The last day to answer on, the moment after it, and when to remind. */
interface Days {
  readonly respondBy: string;
  readonly overAt: number;
  /** Undefined where there is too little time for a reminder to be of use. */
  readonly remindAt: number | undefined;
}

/**
 * Work out until when a citizen can answer: the whole of the last day, as clocks in London have it.
 *
 * @throws Problem `request-invalid` for a day that has begun, or is more than a year away
 */
export function daysFor(
  { respondBy: wanted, workingDays }: NewInformationRequest,
  now: number,
): Days {
  if (wanted !== undefined && workingDays !== undefined) throw refused("/workingDays", "both");
  const usual = addWorkingDays(new Date(now), workingDays ?? usualWorkingDays);
  const respondBy = wanted ?? wallTimeOf(usual).day;
  const today = wallTimeOf(new Date(now)).day;
  if (respondBy <= today) throw refused("/respondBy", "past");
  const left = Math.round((Date.parse(respondBy) - Date.parse(today)) / dayMs);
  if (left > mostDays) throw refused("/respondBy", "too-late");
  const overAt = momentOf({ day: nextDay(respondBy), ms: 0 }).getTime();
  return { respondBy, overAt, remindAt: reminderFor(respondBy, left) };
}

/** At nine in the morning, three days before the last where there is a week or so, else the day before it. */
function reminderFor(respondBy: string, left: number): number | undefined {
  if (left < 2) return undefined;
  const before = left >= 6 ? 3 : 1;
  const day = new Date(Date.parse(respondBy) - before * dayMs).toISOString().slice(0, 10);
  return momentOf({ day, ms: nineMs }).getTime();
}

function refused(pointer: string, code: string): Problem {
  return new Problem("request-invalid", { faults: [{ pointer, code }] });
}
