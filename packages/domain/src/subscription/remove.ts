import { appendEvent, deleteSubscription, refuseWebhooks, removeSecret } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { presentSubscription } from "./present.ts";
import { reachSubscription, toldOf } from "./reach.ts";
import { secretName } from "./signers.ts";

/**
 * End a subscription: nothing more is sent, and what it was signed with is gone.
 *
 * @throws Problem `not-found`
 */
export async function removeSubscription(ctx: Context, id: string): Promise<void> {
  requireScope(ctx, "subscriptions:write");
  const at = ctx.now();
  await change(ctx, async ({ tx }) => {
    const row = await reachSubscription(ctx, id, tx);
    await deleteSubscription(tx, id);
    await removeSecret(tx, secretName(id));
    await refuseWebhooks(tx, id, { code: "subscription-removed", at });
    const data = toldOf(presentSubscription(row, at));
    await appendEvent(tx, {
      type: "subscription.removed",
      subject: id,
      actor: ctx.actor,
      at,
      data,
    });
  });
  ctx.subscribers.forget();
}
