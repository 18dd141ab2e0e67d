import { refusal } from "./errors.ts";
import { momentOf } from "./values.ts";

export interface Window {
  readonly from: number;
  readonly to: number;
}

export interface WindowRules {
  readonly now: number;
  /** How long a window is whose other end was not given. */
  readonly usualMs: number;
}

const longestMs = 90 * 86_400_000;

/**
 * Read the time that a client asks about, both ends with it; an empty end is as one that is not there.
 *
 * @throws Problem `request-invalid` for what is no time, for an end before its start, and for more than 90 days
 */
export function readWindow(
  query: { readonly start_date?: string | undefined; readonly end_date?: string | undefined },
  { now, usualMs }: WindowRules,
): Window {
  const start = endOf("start_date", query.start_date);
  const end = endOf("end_date", query.end_date);
  const from = start ?? (end ?? now) - usualMs;
  const to = end ?? (start === undefined ? now : Math.max(now, start));
  if (to < from) throw refusal("end_date", "end_date must not be before start_date");
  if (start !== undefined && end !== undefined && to - from > longestMs)
    throw refusal("start_date", "start_date and end_date must be at most 90 days apart");
  return { from: Math.max(from, to - longestMs), to: to + restOfSecondMs };
}

/** Times are told in whole seconds, so a window that ends with a second has all of it. */
const restOfSecondMs = 999;

function endOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const at = momentOf(text.trim());
  if (at === undefined)
    throw refusal(name, `${name} must be a date and time, like 2026-03-27T09:30:00Z`);
  return at;
}

/** A moment in whole seconds: clients compare these as texts. */
export function inSeconds(at: string): string {
  return at.replace(/\.\d+Z$/, "Z");
}
