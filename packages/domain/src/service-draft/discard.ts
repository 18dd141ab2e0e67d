import { appendEvent, deleteServiceDraft } from "@guildhall/store";
import { change, type Precondition } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { tryToNoteTaken } from "../recipe/taken.ts";
import { closeRevisions } from "./keep.ts";
import { presentDraft } from "./present.ts";
import { reachServiceDraft } from "./reach.ts";

/**
 * Throw a draft away. What is live stays as it is; what was to go live by itself does not.
 *
 * @throws Problem `not-found`, `precondition-failed`
 */
export async function discardServiceDraft(
  ctx: Context,
  service: string,
  unchanged?: Precondition,
): Promise<void> {
  requireScope(ctx, "services:write");
  await change(ctx, async (unit) => {
    const { tx } = unit;
    const row = await reachServiceDraft(tx, service);
    unchanged?.(presentDraft(row));
    await deleteServiceDraft(tx, service);
    await closeRevisions(unit, row, "discarded");
    const event = { type: "service-draft.discarded", subject: service, actor: ctx.actor } as const;
    await appendEvent(tx, { ...event, at: ctx.now(), data: { revision: row.revision } });
  });
  await tryToNoteTaken(ctx);
}
