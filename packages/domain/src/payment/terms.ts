const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** A citizen who has not paid by then has left: providers let a payment expire after as long. */
export const remindAfterMs = 90 * minuteMs;

/** A process that nobody pays for ends so many days after its last attempt. */
export const closeAfterDays = 7;
export const closeAfterMs = closeAfterDays * dayMs;

/**
 * How long to wait before a payment of this age is read again.
 *
 * Soon while its citizen is likely to be paying, since a webhook may never come; more and more rarely after. Whole
 * milliseconds: the store takes no parts of them.
 */
export function lookAfterMs(ageMs: number): number {
  return Math.min(Math.max(Math.round(ageMs / 4), minuteMs / 2), 15 * minuteMs);
}
