import type { Context } from "hono";
import type { ConsoleEnv } from "../environment.ts";
import type { ShownDays } from "../platform/ending-api.ts";

const longestMs = 365 * 86_400_000;

/** The days that the address names; where they make no sense, those that are usual. */
export function daysIn(c: Context<ConsoleEnv>): ShownDays {
  const { from = "", to = "" } = c.req.query();
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  const isSound = isDate(from) && isDate(to) && begin <= end && end - begin <= longestMs;
  return isSound ? { from, to } : {};
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
