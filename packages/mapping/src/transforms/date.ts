import { TZDate, tzOffset } from "@date-fns/tz";
import { format } from "date-fns";
import { enGB } from "date-fns/locale/en-GB";
import { MappingFault } from "../fault.ts";
import { type CompileSetting, itemwise } from "./change.ts";

const zone = "Europe/London";
const dayMs = 86_400_000;

const stamp =
  /^([1-9]\d{3}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;

/** Write a date or a moment in the setting's pattern. */
export const compileDate: CompileSetting<"date"> = ({ date: pattern }, place) => {
  const fault = patternFault(pattern);
  if (fault !== undefined) throw new MappingFault(place, fault);
  return itemwise((value) => {
    const written = typeof value === "string" ? formatDate(value, pattern) : undefined;
    if (written === undefined) throw new MappingFault(place, "the value is not a date or a moment");
    return written;
  });
};

/**
 * Write a date or a moment in a pattern, in UK local time, or give undefined where it is neither.
 *
 * A date is its UK midnight, and a time without an offset is a UK clock's. The machine's own time
 * zone plays no part: an hour that the clocks show twice is the first of the two wherever this runs.
 */
export function formatDate(value: string, pattern: string): string | undefined {
  const moment = momentOf(value);
  if (moment === undefined) return undefined;
  return format(new TZDate(moment, zone), pattern, { locale: enGB });
}

/** Say what is wrong with a pattern, or nothing. */
export function patternFault(pattern: string): string | undefined {
  const letters = pattern.replace(/'[^']*'/g, "");
  if (letters.trim() === "") return "the date pattern is empty";
  if (/[YD]/.test(letters)) return "the date pattern needs yyyy for the year and dd for the day";
  try {
    formatDate("2025-01-01", pattern);
    return undefined;
  } catch {
    return "the date pattern has a letter that stands for nothing; put words in single quotes";
  }
}

function momentOf(value: string): number | undefined {
  const [, date, time = "00:00", offset] = stamp.exec(value) ?? [];
  if (date === undefined || !isCalendarDate(date)) return undefined;
  const moment = Date.parse(`${date}T${time}${offset ?? "Z"}`);
  if (Number.isNaN(moment)) return undefined;
  return offset === undefined ? fromWallClock(moment) : moment;
}

/** `Date.parse` takes 30 February for 2 March. */
function isCalendarDate(date: string): boolean {
  const midnight = new Date(`${date}T00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
}

/** The moment at which UK clocks first show this, given as if it were UTC; skipped hours move on by one. */
function fromWallClock(wall: number): number {
  const offsets = [wall - dayMs, wall + dayMs].map(offsetMs);
  const offset = offsets.find((candidate) => offsetMs(wall - candidate) === candidate);
  return wall - (offset ?? offsets[0] ?? 0);
}

function offsetMs(moment: number): number {
  return tzOffset(zone, new Date(moment)) * 60_000;
}
