import type { DisabledReason, Ticket } from "@guildhall/contract";
import {
  appendEvent,
  beginAttempt,
  disableSubscription,
  refuseWebhooks,
  type Settlement,
  settleAttempt,
  tookWebhook,
  transact,
} from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { giveUpAfterMs, retryDelayMs } from "../retry.ts";
import type { LoadedWebhook } from "./load.ts";

/** What a subscriber answered; nothing of what it said is kept but a code of ours. */
export type WebhookOutcome =
  | { readonly outcome: "taken" }
  /** It wants to hear nothing more: HTTP 410. */
  | { readonly outcome: "gone" }
  | { readonly outcome: "retry"; readonly code: string; readonly afterMs?: number };

/** Count an attempt and freeze what it sends, before it is sent; undefined when the claim is no longer ours. */
export async function beginWebhook(
  ctx: Context,
  ticket: Ticket,
  body: string | undefined,
): Promise<{ attempt: number; body: string } | undefined> {
  const begun = await transact(ctx.db, (tx) => beginAttempt(tx, ticket, body));
  if (typeof begun?.body !== "string") return undefined;
  return { attempt: begun.attempts, body: begun.body };
}

/**
 * Settle a webhook with what the subscriber answered, and return when it is due again, if it is.
 *
 * One that wants nothing more, or has taken nothing in the three days that a webhook was tried for, is not called
 * any more.
 */
export async function settleWebhook(
  ctx: Context,
  { row, isPing }: LoadedWebhook,
  { outcome, attempt }: { outcome: WebhookOutcome; attempt: number },
): Promise<number | undefined> {
  const settlement = settlementOf(ctx, row.giveUpAt, { outcome, attempt });
  const { state, nextAt } = settlement;
  if (state === "accepted" || state === "pending") {
    await transact(ctx.db, (tx) => settleAttempt(tx, row, settlement));
    return state === "pending" ? nextAt : undefined;
  }
  await change(ctx, async (unit) => {
    if (!(await settleAttempt(unit.tx, row, settlement))) return;
    const since = row.giveUpAt - giveUpAfterMs;
    if (outcome.outcome === "gone") await disable(unit, row.destination, "gone");
    else if (!isPing && !(await tookWebhook(unit.tx, row.destination, since)))
      await disable(unit, row.destination, "failing");
  });
  ctx.subscribers.forget();
  return undefined;
}

function settlementOf(
  { now: clock }: Context,
  giveUpAt: number,
  { outcome, attempt }: { outcome: WebhookOutcome; attempt: number },
): Settlement {
  const now = clock();
  if (outcome.outcome === "taken") return { state: "accepted", nextAt: now, settledAt: now };
  if (outcome.outcome === "gone")
    return { state: "refused", nextAt: now, lastCode: "gone", settledAt: now };
  const lastCode = outcome.code;
  const nextAt = now + Math.max(outcome.afterMs ?? 0, retryDelayMs(attempt, Math.random()));
  return nextAt > giveUpAt
    ? { state: "dead", nextAt, lastCode, settledAt: now }
    : { state: "pending", nextAt, lastCode };
}

async function disable({ ctx, tx }: Unit, id: string, reason: DisabledReason): Promise<void> {
  if (!(await disableSubscription(tx, id, reason))) return;
  const at = ctx.now();
  await refuseWebhooks(tx, id, { code: "subscription-disabled", at });
  const told = { subject: id, actor: ctx.actor, at, data: { reason } };
  await appendEvent(tx, { type: "subscription.disabled", ...told });
}
