const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Europe/London" });

/** Say a day as people in the United Kingdom do: "22 November 2026". */
export function sayDay(at: string): string {
  return day.format(new Date(at));
}
