import type { DisabledReason, Subscription, WebhookDelivery } from "@guildhall/contract";
import type { OutboxRow, SubscriptionRow } from "@guildhall/store";
import { timeOf } from "../ids.ts";
import { instant } from "../process/present.ts";
import { active, type ShownSigner } from "./signers.ts";

/** Show a subscription as the API does. */
export function presentSubscription(row: SubscriptionRow, now: number): Subscription {
  // Written by `shown`, and by nothing else.
  const signers = active<ShownSigner>(JSON.parse(row.publicKeys), now);
  const ends = signers.find(({ until }) => until !== undefined)?.until;
  return {
    id: row.id,
    url: row.url,
    events: JSON.parse(row.events),
    ...(row.description === null ? {} : { description: row.description }),
    state: row.state,
    // Only what the contract names is ever written there.
    ...(row.disabledReason === null
      ? {}
      : { disabledReason: row.disabledReason as DisabledReason }),
    signature: row.signature,
    publicKeys: signers.flatMap(({ publicKey }) => publicKey ?? []),
    ...(ends === undefined ? {} : { olderSignerEndsAt: instant(ends) }),
    createdAt: instant(row.createdAt),
    owner: { kind: row.ownerKind, id: row.ownerId, name: row.ownerName },
  };
}

/** Show one event owed to a subscriber, and how far its attempts have got. */
export function presentWebhook(row: OutboxRow): WebhookDelivery {
  const isPing = row.purpose === pingPurpose;
  return {
    id: row.id,
    // A webhook's purpose is the type of its event, which came out of the catalogue.
    type: row.purpose as WebhookDelivery["type"],
    ...(isPing ? {} : { process: row.process, event: row.event }),
    state: row.state,
    attempts: row.attempts,
    createdAt: instant(timeOf(row.id)),
    ...(row.state === "pending" ? { nextAt: instant(row.nextAt) } : {}),
    ...(row.settledAt === null ? {} : { settledAt: instant(row.settledAt) }),
    ...(row.lastCode === null ? {} : { lastCode: row.lastCode }),
  };
}

/** What the purpose of a row says that tells of nothing. */
export const pingPurpose = "ping";
