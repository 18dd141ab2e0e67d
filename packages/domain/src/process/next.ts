import type { NextInTracking, Tracking } from "@guildhall/contract";
import { countWorkingDays, momentOf } from "@guildhall/process";
import type { ProcessRow } from "@guildhall/store";
import type { Context } from "../context.ts";
import { instant } from "./present.ts";
import type { TrackWords } from "./track-words.ts";

/** The time of day by which somebody has to have answered: the end of it. */
const endOfDayMs = 23 * 3_600_000 + 59 * 60_000;

interface Standing extends Pick<Tracking, "information"> {
  readonly words: TrackWords;
  readonly truth: Tracking["delivery"];
  readonly unpaid: boolean;
}

/**
 * Say what is next and by when, and whose turn it is; nothing once it has ended.
 *
 * Where something is asked of the citizen, that is next, whatever the council promised. Days are working days: neither
 * weekends nor bank holidays.
 */
export function nextOf(
  ctx: Pick<Context, "now">,
  { status, respondBy }: Pick<ProcessRow, "status" | "respondBy">,
  { words: { next }, truth, unpaid, information }: Standing,
): { next?: NextInTracking } {
  if (status !== "open") return {};
  if (unpaid) return { next: { text: next.youPay } };
  if (information) {
    const by = momentOf({ day: information.respondBy, ms: endOfDayMs });
    return { next: until(ctx.now(), by.getTime(), next.youAnswer) };
  }
  const text = truth.state === "in-hand" ? next.personLooks : next.weAnswer;
  if (respondBy === null) return { next: { text } };
  if (respondBy < ctx.now())
    return { next: { text: next.late, by: instant(respondBy), late: true } };
  return { next: until(ctx.now(), respondBy, text) };
}

function until(now: number, by: number, text: string): NextInTracking {
  return { text, by: instant(by), workingDays: countWorkingDays(new Date(now), new Date(by)) };
}
