import { noteHealth, whenToNoteHealth } from "@guildhall/domain";
import type { Errand } from "../round.ts";

/** Notes how it goes with a tenant, where whoever runs the platform sees it. */
export const healthErrand: Errand = {
  whenDue: whenToNoteHealth,
  run: noteHealth,
  leastMs: 10_000,
  longestMs: 15 * 60_000,
};
