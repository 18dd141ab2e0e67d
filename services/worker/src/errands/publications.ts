import { asPlatform, publishDue, whenPublicationDue } from "@guildhall/domain";
import type { Errand } from "../round.ts";

/** Has services go live at their times. */
export function publicationErrand(onError: (error: unknown) => void): Errand {
  return {
    whenDue: (ground) => whenPublicationDue(asPlatform(ground)),
    run: (ground) => publishDue(asPlatform(ground), onError),
    leastMs: 1000,
    longestMs: 15 * 60_000,
  };
}
