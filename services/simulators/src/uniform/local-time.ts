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

/** A moment as Uniform writes it: UK local time, without a zone. */
export function localTime(at: Date): string {
  const read = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  const { year, month, day, hour, minute, second } = read;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
}

/** A moment as Uniform reads it: whatever zone it names is dropped. Undefined where it is no moment. */
export function floating(text: string): string | undefined {
  const read = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(text.trim());
  return read?.[1] && !Number.isNaN(Date.parse(`${read[1]}Z`)) ? read[1] : undefined;
}
