import { type Watching, watchAlarms, whenNextWatch } from "@guildhall/domain";
import type { Errand } from "../round.ts";

/** Sees to what waits for a person. */
export function alarmErrand(watching: Watching): Errand {
  return {
    whenDue: whenNextWatch,
    run: (ground) => watchAlarms(ground, watching),
    leastMs: 2000,
    // Such as a breaker that opens.
    longestMs: 15 * 60_000,
  };
}
