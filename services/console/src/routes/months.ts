import { monthsOffered } from "../pages/months.tsx";

const dayMs = 86_400_000;

/** When something ends that is given for one of the offered numbers of months; undefined for any other. */
export function endAfter(now: Date, months: string): string | undefined {
  const offered = monthsOffered.find((offer) => offer === months);
  if (offered === undefined) return undefined;
  // From the day's beginning, so that a form which is sent twice says the same; the API gives no more than 365 days.
  const today = Math.floor(now.getTime() / dayMs) * dayMs;
  const then = new Date(today);
  then.setUTCMonth(then.getUTCMonth() + Number(offered));
  return new Date(Math.min(then.getTime(), today + 365 * dayMs)).toISOString();
}
