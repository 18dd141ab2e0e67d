import { z } from "zod";
import { Id, Instant } from "./id.ts";
import { DeliveryState } from "./process.ts";
import { PublicEventType } from "./public-event.ts";
import { text } from "./text.ts";

/** How a webhook is signed (Standard Webhooks): by our key, proved with its public half, or by a secret that both hold. */
export const SubscriptionSignature = z.enum(["ed25519", "hmac"]);
export type SubscriptionSignature = z.infer<typeof SubscriptionSignature>;

/** Why a subscriber is not called: it answered 410, took nothing for three days, or was switched off by hand. */
export const DisabledReason = z.enum(["gone", "failing", "by-hand"]);
export type DisabledReason = z.infer<typeof DisabledReason>;

/** A webhook that a tenant, a vendor or a partner asked for. */
export const Subscription = z
  .object({
    id: Id,
    url: z.string(),
    events: z.array(PublicEventType),
    description: z.string().optional(),
    state: z.enum(["active", "disabled"]),
    disabledReason: DisabledReason.optional(),
    signature: SubscriptionSignature,
    publicKeys: z.array(z.string()).meta({
      description: "What Ed25519 signatures are proved with, the newest first",
      examples: [["whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="]],
    }),
    /** While two sign: when the older of them ends. */
    olderSignerEndsAt: Instant.optional(),
    createdAt: Instant,
    owner: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  })
  .meta({ id: "Subscription" });
export type Subscription = z.infer<typeof Subscription>;

/** A subscription with its new secret, where it is signed with one: shown now and never again. */
export const IssuedSubscription = Subscription.extend({
  secret: z.string().optional().meta({ description: "`whsec_…`, of HMAC alone" }),
}).meta({ id: "IssuedSubscription" });
export type IssuedSubscription = z.infer<typeof IssuedSubscription>;

const url = text(2000, 1);
const events = z.array(PublicEventType).min(1).max(PublicEventType.options.length);
const description = text(200);

export const NewSubscription = z
  .strictObject({
    url,
    events,
    description: description.optional(),
    signature: SubscriptionSignature.default("ed25519"),
  })
  .meta({ id: "NewSubscription" });
export type NewSubscription = z.infer<typeof NewSubscription>;

export const SubscriptionChange = z
  .strictObject({
    url: url.optional(),
    events: events.optional(),
    description: description.optional(),
    state: z.enum(["active", "disabled"]).optional(),
  })
  .meta({ id: "SubscriptionChange" });
export type SubscriptionChange = z.infer<typeof SubscriptionChange>;

export const SubscriptionRotation = z
  .strictObject({
    /** For how many hours the signer of now goes on signing beside the new one. */
    keepHours: z.int().min(0).max(168).default(24),
  })
  .meta({ id: "SubscriptionRotation" });
export type SubscriptionRotation = z.infer<typeof SubscriptionRotation>;

/** One event owed to one subscriber, and how far its attempts have got. Its id is the `webhook-id`. */
export const WebhookDelivery = z
  .object({
    id: Id,
    type: z.union([PublicEventType, z.literal("ping")]),
    process: Id.optional(),
    event: z.int().optional(),
    state: DeliveryState,
    attempts: z.int(),
    createdAt: Instant,
    nextAt: Instant.optional(),
    settledAt: Instant.optional(),
    lastCode: z.string().optional(),
  })
  .meta({ id: "WebhookDelivery" });
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

export const Replay = z
  .strictObject({ since: Instant })
  .meta({ id: "Replay", description: "Send again what came to nothing since then" });
export type Replay = z.infer<typeof Replay>;

export const Replayed = z
  .object({ replayed: z.int(), more: z.boolean() })
  .meta({ id: "Replayed", description: "How many are sent again, and whether there are more" });
export type Replayed = z.infer<typeof Replayed>;
