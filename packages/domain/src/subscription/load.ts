import type { Ping, Ticket } from "@guildhall/contract";
import type { WebhookSigner } from "@guildhall/keys";
import {
  findOutbox,
  findProcessEvent,
  findSubscriber,
  type OutboxRow,
  type Subscriber,
  settleAttempt,
  transact,
} from "@guildhall/store";
import type { Context } from "../context.ts";
import { presentEvent } from "../event/present.ts";
import { timeOf } from "../ids.ts";
import { instant } from "../process/present.ts";
import { mayHear } from "../subscribers.ts";
import { pingPurpose } from "./present.ts";
import { active } from "./signers.ts";

/** A webhook that is to be sent: where to, what, and what it is signed with. */
export interface LoadedWebhook {
  readonly row: OutboxRow & { readonly frozen: boolean };
  readonly url: string;
  /** What it says, where no attempt has frozen it yet. */
  readonly body: string | undefined;
  readonly signers: readonly WebhookSigner[];
  /** Somebody waits to see it arrive. */
  readonly isPing: boolean;
}

/**
 * Load a webhook; undefined when the ticket is not the row's latest, or the subscriber is not to be called any more,
 * which is then written down.
 */
export async function loadWebhook(
  ctx: Context,
  ticket: Ticket,
): Promise<LoadedWebhook | undefined> {
  const row = await findOutbox(ctx.db, ticket.id);
  if (row?.state !== "queued" || row.generation !== ticket.generation) return undefined;
  const subscriber = await findSubscriber(ctx.db, row.destination);
  const isPing = row.purpose === pingPurpose;
  const objection = objectionTo(subscriber, { isPing, now: ctx.now() });
  const body = row.frozen || objection ? undefined : await bodyOf(ctx, row);
  if (!subscriber || objection || (!row.frozen && body === undefined)) {
    await refuse(ctx, row, objection ?? "event-unknown");
    return undefined;
  }
  const signers = active(await ctx.subscribers.signersOf(subscriber.row), ctx.now());
  return { row, url: subscriber.row.url, body, signers: signers.map(({ by }) => by), isPing };
}

/** Why a subscriber is not to be called, by a code of ours. */
function objectionTo(
  subscriber: Subscriber | undefined,
  { isPing, now }: { isPing: boolean; now: number },
): string | undefined {
  if (!subscriber) return "subscription-removed";
  if (!mayHear(subscriber, now)) return "owner-not-allowed";
  return subscriber.row.state === "disabled" && !isPing ? "subscription-disabled" : undefined;
}

/** The bytes that every attempt sends. */
async function bodyOf(ctx: Context, row: OutboxRow): Promise<string | undefined> {
  if (row.purpose === pingPurpose) return JSON.stringify(pingOf(ctx, row));
  const event = await findProcessEvent(ctx.db, row.event);
  return event && JSON.stringify(presentEvent(ctx, event));
}

function pingOf({ tenant }: Context, { id, destination }: OutboxRow): Ping {
  const data = { tenant: tenant.id, subscription: destination };
  return { type: "ping", timestamp: instant(timeOf(id)), data };
}

async function refuse(ctx: Context, row: OutboxRow, lastCode: string): Promise<void> {
  const at = ctx.now();
  const settlement = { state: "refused", nextAt: at, lastCode, settledAt: at } as const;
  await transact(ctx.db, (tx) => settleAttempt(tx, row, settlement));
}
