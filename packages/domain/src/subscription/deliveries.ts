import { Problem, type Replay, type Replayed, type WebhookDelivery } from "@guildhall/contract";
import {
  findWebhook,
  listWebhooks,
  renewFailedWebhooks,
  renewWebhook,
  type SubscriptionRow,
} from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { firstIdAt } from "../ids.ts";
import { giveUpAfterMs } from "../retry.ts";
import { presentWebhook } from "./present.ts";
import { reachSubscription } from "./reach.ts";

/** As many as are sent again by one request: whoever has more asks again. */
const mostReplayed = 1000;

/**
 * See what was or will be sent to a subscriber, newest first.
 *
 * @throws Problem `not-found`
 */
export async function listSubscriptionDeliveries(
  ctx: Context,
  id: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ data: WebhookDelivery[]; nextCursor?: string }> {
  requireScope(ctx, "subscriptions:read");
  await reachSubscription(ctx, id);
  const rows = await listWebhooks(ctx.db, id, { limit: limit + 1, before: cursor });
  const data = rows.slice(0, limit).map(presentWebhook);
  const last = data.at(-1);
  return rows.length > limit && last ? { data, nextCursor: last.id } : { data };
}

/**
 * Send one webhook again, whatever came of it: the same id and the same bytes, so that the receiver can tell.
 *
 * @throws Problem `not-found`, `invalid-transition` while it is being sent or the subscription is disabled
 */
export async function replayWebhook(
  ctx: Context,
  id: string,
  delivery: string,
): Promise<WebhookDelivery> {
  requireScope(ctx, "subscriptions:write");
  requireActive(await reachSubscription(ctx, id));
  if (!(await findWebhook(ctx.db, id, delivery))) throw new Problem("not-found");
  const replayed = await change(ctx, async ({ tx }) => {
    const row = await renewWebhook(tx, id, { id: delivery, ...anew(ctx) });
    if (!row) throw new Problem("invalid-transition");
    return presentWebhook(row);
  });
  ctx.handover.wake(ctx.tenant.id);
  return replayed;
}

/**
 * Send again what came to nothing since, the oldest first, a thousand at most.
 *
 * @throws Problem `not-found`, `invalid-transition` while the subscription is disabled
 */
export async function replayFailed(ctx: Context, id: string, { since }: Replay): Promise<Replayed> {
  requireScope(ctx, "subscriptions:write");
  requireActive(await reachSubscription(ctx, id));
  const fromId = firstIdAt("out", Date.parse(since));
  const replayed = await change(ctx, async ({ tx }) => {
    const span = { fromId, limit: mostReplayed, ...anew(ctx) };
    const count = await renewFailedWebhooks(tx, id, span);
    return { replayed: count, more: count === mostReplayed };
  });
  ctx.handover.wake(ctx.tenant.id);
  return replayed;
}

function requireActive({ state }: SubscriptionRow): void {
  if (state !== "active") throw new Problem("invalid-transition");
}

function anew({ now }: Context) {
  return { nextAt: now(), giveUpAt: now() + giveUpAfterMs };
}
