import type { WebhookDelivery } from "@guildhall/contract";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { owe } from "../owe.ts";
import { pingPurpose, presentWebhook } from "./present.ts";
import { reachSubscription } from "./reach.ts";

/** Whoever pings waits to see it arrive: it is not tried for days. */
const pingGiveUpMs = 60_000;

/**
 * Send a test to a subscriber, also to one that is disabled; what came of it is among its deliveries.
 *
 * @throws Problem `not-found`
 */
export async function pingSubscription(ctx: Context, id: string): Promise<WebhookDelivery> {
  requireScope(ctx, "subscriptions:write");
  await reachSubscription(ctx, id);
  return change(ctx, async (unit) => {
    const row = await owe(unit, {
      kind: "webhook",
      purpose: pingPurpose,
      destination: id,
      process: id,
      event: 0,
      giveUpAfterMs: pingGiveUpMs,
    });
    return presentWebhook(row);
  });
}
