import { asPlatform, tendWaits, whenWaitDue } from "@guildhall/domain";
import type { Errand } from "../round.ts";

/** Sees to every wait whose time is over: processes go on with their next steps, or a person is asked. */
export function waitErrand(onError: (error: unknown) => void): Errand {
  return {
    whenDue: (ground) => whenWaitDue(asPlatform(ground)),
    run: (ground) => tendWaits(asPlatform(ground), onError),
    leastMs: 1000,
    longestMs: 15 * 60_000,
  };
}
