const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Europe/London" });

/** Say a moment as its day in the United Kingdom: 3 February 2027. */
export function sayDay(instant: string): string {
  return day.format(new Date(instant));
}
