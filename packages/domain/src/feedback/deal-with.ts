import { type Feedback, type FeedbackHandling, Problem } from "@guildhall/contract";
import { appendEvent, dealWithFeedback as dealWithRow, findFeedback } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { endFeedbackCalls } from "./call.ts";
import { presentFeedback } from "./list.ts";

/**
 * Say that somebody has dealt with what was said of a page; a note for colleagues says what was done.
 *
 * @throws Problem `not-found`, `invalid-transition` (somebody has before)
 */
export async function dealWithFeedback(
  ctx: Context,
  id: string,
  { note }: FeedbackHandling,
): Promise<Feedback> {
  requireScope(ctx, "services:write");
  if (ctx.only || !(await findFeedback(ctx.db, id))) throw new Problem("not-found");
  return change(ctx, async (unit) => {
    const { tx } = unit;
    const at = ctx.now();
    const row = await dealWithRow(tx, id, { at, by: ctx.actor.name, note });
    if (!row) throw new Problem("invalid-transition");
    const { service, page } = row;
    const event = { type: "feedback.dealt-with", subject: id, actor: ctx.actor, at } as const;
    await appendEvent(tx, { ...event, data: { service, page } });
    await endFeedbackCalls(unit);
    return presentFeedback(ctx, row);
  });
}
