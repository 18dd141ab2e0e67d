import { forgetFeedback } from "@guildhall/store";
import { change } from "../change.ts";
import { asPlatform } from "../context.ts";
import type { Ground } from "../ground.ts";
import { endFeedbackCalls } from "./call.ts";
import { feedbackKeptMs } from "./terms.ts";

/** Forget what people said a year ago, and call nobody for it any more. */
export async function forgetOldFeedback(ground: Ground): Promise<void> {
  await change(asPlatform(ground), async (unit) => {
    await forgetFeedback(unit.tx, unit.ctx.now() - feedbackKeptMs);
    await endFeedbackCalls(unit);
  });
}
