import { asPlatform, tendDrafts, whenDraftsDue } from "@guildhall/domain";
import type { Errand } from "../round.ts";

/** Erases drafts that are over, with their bytes, and reminds their owners. */
export function draftErrand(removeFile: (place: string) => Promise<void>): Errand {
  return {
    whenDue: (ground) => whenDraftsDue(asPlatform(ground)),
    run: (ground) => tendDrafts(asPlatform(ground), removeFile),
    leastMs: 60_000,
    longestMs: 60 * 60_000,
  };
}
