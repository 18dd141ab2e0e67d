import { Problem, type Subscription, type SubscriptionChange } from "@guildhall/contract";
import {
  appendEvent,
  moveSubscription,
  refuseWebhooks,
  type SubscriptionRow,
} from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import { presentSubscription } from "./present.ts";
import { type MayCall, reachSubscription, requireCallable, toldOf } from "./reach.ts";

/** What guards a change of a subscription: where it may lead, and what it may be based on. */
export interface ChangeGuards {
  readonly mayCall: MayCall;
  /** Throws when the subscription is not as the caller has read it. */
  readonly precondition?: ((current: Subscription) => void) | undefined;
}

/**
 * Change where a subscription leads, what it tells of, or whether it is called at all.
 *
 * @throws Problem `not-found`, `url-not-allowed`, `precondition-failed`
 */
export async function changeSubscription(
  ctx: Context,
  id: string,
  { input, mayCall, precondition }: ChangeGuards & { input: SubscriptionChange },
): Promise<Subscription> {
  requireScope(ctx, "subscriptions:write");
  requireRecentSignIn(ctx);
  await reachSubscription(ctx, id);
  if (input.url !== undefined) requireCallable(input.url, mayCall);
  const at = ctx.now();
  const changed = await change(ctx, async ({ tx }) => {
    const row = await reachSubscription(ctx, id, tx);
    precondition?.(presentSubscription(row, at));
    const moved = await moveSubscription(tx, row, changesOf(row, input));
    if (!moved) throw new Problem("precondition-failed");
    if (moved.state === "disabled")
      await refuseWebhooks(tx, id, { code: "subscription-disabled", at });
    const now = presentSubscription(moved, at);
    const data = { ...toldOf(now), state: now.state };
    await appendEvent(tx, {
      type: "subscription.changed",
      subject: id,
      actor: ctx.actor,
      at,
      data,
    });
    return now;
  });
  ctx.subscribers.forget();
  return changed;
}

function changesOf(
  row: SubscriptionRow,
  { url, events, description, state = row.state }: SubscriptionChange,
): Partial<SubscriptionRow> {
  return {
    url: url ?? row.url,
    events: events ? JSON.stringify([...new Set(events)]) : row.events,
    description: description ?? row.description,
    state,
    disabledReason: state === "active" ? null : (row.disabledReason ?? "by-hand"),
  };
}
