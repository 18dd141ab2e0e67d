import { z } from "zod";
import { DeliveryDetail } from "./delivery.ts";
import { Id, Instant, Reference, Slug } from "./id.ts";
import { Message } from "./message.ts";
import { DeliveryState } from "./process.ts";

/** A delivery as the ledger of its process has it. */
export const LedgerDelivery = DeliveryDetail.omit({
  document: true,
  processReference: true,
  serviceTitle: true,
  connectorName: true,
}).meta({ id: "LedgerDelivery" });
export type LedgerDelivery = z.infer<typeof LedgerDelivery>;

/** A webhook that told of a process. */
export const LedgerWebhook = z
  .object({
    id: Id,
    subscription: Id,
    event: z.string(),
    state: DeliveryState,
    attempts: z.int(),
    createdAt: Instant,
    settledAt: Instant.optional(),
    lastCode: z.string().optional(),
  })
  .meta({ id: "LedgerWebhook" });
export type LedgerWebhook = z.infer<typeof LedgerWebhook>;

/** All that was said to the outside of one process: to each back office, to the citizen, and to whoever asked to hear. */
export const ProcessLedger = z
  .object({
    process: Id,
    reference: Reference,
    serviceTitle: z.string(),
    receivedAt: Instant,
    destinations: z.array(
      z.object({
        connector: Slug,
        name: z.string(),
        /** What the back office calls the case, once it has said so. */
        reference: z.string().optional(),
        deliveries: z.array(LedgerDelivery),
      }),
    ),
    messages: z.array(Message),
    webhooks: z.array(LedgerWebhook),
  })
  .meta({ id: "ProcessLedger" });
export type ProcessLedger = z.infer<typeof ProcessLedger>;
