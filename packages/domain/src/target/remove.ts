import { Problem } from "@guildhall/contract";
import { appendEvent, removeTarget as removeRow } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";

/**
 * Remove a target. Mappings that name it go on as they are; that it is gone is named where they are made.
 *
 * @throws Problem `not-found`
 */
export async function removeTarget(ctx: Context, id: string): Promise<void> {
  requireScope(ctx, "services:write");
  await change(ctx, async ({ tx }) => {
    if (!(await removeRow(tx, id))) throw new Problem("not-found");
    const event = { type: "target.removed", subject: id, actor: ctx.actor, at: ctx.now() } as const;
    await appendEvent(tx, { ...event, data: {} });
  });
}
