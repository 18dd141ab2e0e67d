const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const march = 2;
const october = 9;

/** What a clock on the wall in London shows: the day as `YYYY-MM-DD`, and the time since its midnight. */
export interface WallTime {
  readonly day: string;
  readonly ms: number;
}

export function wallTimeOf(moment: Date): WallTime {
  const shown = new Date(moment.getTime() + offsetAt(moment.getTime())).toISOString();
  const day = shown.slice(0, 10);
  return { day, ms: Date.parse(shown) - Date.parse(day) };
}

/** The moment at which a clock in London shows this; no working day has an hour twice or not at all. */
export function momentOf({ day, ms }: WallTime): Date {
  const shown = Date.parse(day) + ms;
  return new Date(shown - offsetAt(shown - offsetAt(shown)));
}

export function nextDay(day: string): string {
  return new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay();
}

/**
 * How far London's clocks are ahead: an hour between the last Sundays of March and October, at 01:00 UTC.
 *
 * Every submission asks this, and `Intl` takes many times as long; a test holds the two together.
 */
function offsetAt(time: number): number {
  const year = new Date(time).getUTCFullYear();
  return time >= lastSunday(year, march) && time < lastSunday(year, october) ? hourMs : 0;
}

/** 01:00 UTC on the last Sunday of a month that has 31 days. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.getTime() - last.getUTCDay() * dayMs;
}
