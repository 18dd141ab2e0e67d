const format = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  dateStyle: "medium",
  timeStyle: "short",
});
const dayFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const longDay = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle: "long" });
const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** A moment in UK local time, for reading. */
export function ukTime(moment: string): string {
  return format.format(new Date(moment));
}

/** A day without a time, for reading. */
export function ukDay(day: string): string {
  return longDay.format(new Date(`${day}T00:00:00Z`));
}

/** A moment as UK local time without a zone: `2026-03-03T09:15:00`. */
export function localTime(at: Date): string {
  const read = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  const { year, month, day, hour, minute, second } = read;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
}

/** The moment of a UK local time; where the clocks leave it out, an hour from it. */
export function momentOf(local: string): Date {
  const asIfUtc = Date.parse(`${local}Z`);
  const shown = Date.parse(`${localTime(new Date(asIfUtc))}Z`);
  return new Date(asIfUtc - (shown - asIfUtc));
}

/** A UK local time as a citizen is told it: `Tuesday 3 March 2026 at 9:15am`. */
export function sayLocal(local: string): string {
  const [hour = 0, minute = "00"] = [Number(local.slice(11, 13)), local.slice(14, 16)];
  const time = `${hour % 12 || 12}${minute === "00" ? "" : `:${minute}`}${hour < 12 ? "am" : "pm"}`;
  return `${dayFormat.format(new Date(`${local}Z`)).replace(",", "")} at ${time}`;
}
