const format = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  dateStyle: "medium",
  timeStyle: "short",
});

/** A moment in UK local time, for reading. */
export function ukTime(moment: string): string {
  return format.format(new Date(moment));
}
