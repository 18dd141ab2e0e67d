import type { Moments } from "@guildhall/contract";

const hourMs = 3_600_000;

/** Write a moment as the back office wants it. */
export function writeMoment(at: Date, { format, zone }: Moments): string {
  if (format === "iso") return at.toISOString();
  if (format === "unix") return String(Math.floor(at.getTime() / 1000));
  if (format === "unix-ms") return String(at.getTime());
  if (format === "seconds") return `${at.toISOString().slice(0, 19)}Z`;
  const local = new Date(at.getTime() + offsetMs(at, zone)).toISOString();
  return format === "date" ? local.slice(0, 10) : local.slice(0, 19);
}

/**
 * Write a window so that the clock of a zone cannot hide a moment of it.
 *
 * In autumn an hour comes twice on the clock, and a window within it may seem to end before it begins: there it is
 * made an hour wider at both ends. What is seen twice is taken in once.
 */
export function writeWindow(
  { from, to }: { from: Date; to: Date },
  moments: Moments,
): { from: string; to: string } {
  const before = new Date(from.getTime() - 2 * hourMs);
  const after = new Date(to.getTime() + 2 * hourMs);
  const isFloating = moments.format === "local" || moments.format === "date";
  const changes = offsetMs(before, moments.zone) !== offsetMs(after, moments.zone);
  const widenMs = isFloating && changes ? hourMs : 0;
  return {
    from: writeMoment(new Date(from.getTime() - widenMs), moments),
    to: writeMoment(new Date(to.getTime() + widenMs), moments),
  };
}

/** Read a moment; one without a zone is by the clock of `zone`. Undefined where it is none. */
export function readMoment(text: string | undefined, { format, zone }: Moments): Date | undefined {
  if (text === undefined) return undefined;
  if (/^\d{9,13}$/.test(text) && format.startsWith("unix"))
    return real(new Date(Number(text) * (format === "unix" ? 1000 : 1)));
  const found =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?))?(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (!found) return undefined;
  const [, day, time = "00:00:00", stated] = found;
  const shape = stated ? stated.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2") : "Z";
  const at = real(new Date(`${day}T${time.slice(0, 12)}${shape}`));
  return stated || !at ? at : new Date(at.getTime() - offsetMs(at, zone));
}

function real(at: Date): Date | undefined {
  return Number.isNaN(at.getTime()) ? undefined : at;
}

const ukClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "numeric",
  hourCycle: "h23",
  timeZoneName: "longOffset",
});

/** How far the clock of a zone is ahead of UTC. */
function offsetMs(at: Date, zone: Moments["zone"]): number {
  if (zone === "utc") return 0;
  const name = ukClock.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value;
  return name === "GMT+01:00" ? hourMs : 0;
}
