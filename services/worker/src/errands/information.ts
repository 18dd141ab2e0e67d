import { asPlatform, tendInformation, whenInformationDue } from "@guildhall/domain";
import type { Errand } from "../round.ts";

/** Reminds citizens of what they are asked, and ends what nobody answered in time. */
export function informationErrand(onError: (error: unknown) => void): Errand {
  return {
    whenDue: (ground) => whenInformationDue(asPlatform(ground)),
    run: (ground) => tendInformation(asPlatform(ground), onError),
    leastMs: 1000,
    longestMs: 15 * 60_000,
  };
}
