const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

const hourMs = 3_600_000;

/**
 * Give the moment at which clocks in the United Kingdom show a day (`2027-03-28`) and a time (`09:30`); undefined where
 * they never do, as in the hour that is left out in spring. Of the hour that comes twice in autumn it is the first.
 */
export function ukMoment(day: string, time: string): string | undefined {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // Clocks are as in UTC in winter, and an hour ahead of it in summer.
  return [asUtc - hourMs, asUtc]
    .map((at) => new Date(at))
    .find((at) => shown(at) === `${day} ${time}`)
    ?.toISOString();
}

function shown(at: Date): string {
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const [year, month, day, hour, minute] = ["year", "month", "day", "hour", "minute"].map((one) =>
    parts.get(one as Intl.DateTimeFormatPartTypes),
  );
  return `${year}-${month}-${day} ${hour}:${minute}`;
}
