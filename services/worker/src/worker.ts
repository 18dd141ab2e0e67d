import type { Ticket } from "@guildhall/contract";
import { asPlatform, type Context, type Ground } from "@guildhall/domain";
import type { DeliveryDeps } from "./jobs/ready-connector.ts";
import { runDelivery } from "./jobs/run-delivery.ts";
import { type MessageDeps, sendMessage } from "./jobs/send-message.ts";
import { sendWebhook, type WebhookDeps } from "./jobs/send-webhook.ts";
import type { Ran } from "./ran.ts";
import type { Relay } from "./relay.ts";

export interface WorkerDeps {
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly relay: Relay;
  readonly delivery: DeliveryDeps;
  readonly message: MessageDeps;
  readonly webhook: WebhookDeps;
}

/**
 * Give the handler that does what a ticket stands for.
 *
 * A handler that fails leaves its row claimed: when the lease ends it is due again.
 */
export function createHandler(deps: WorkerDeps): (ticket: Ticket) => Promise<void> {
  const { groundFor, relay } = deps;
  return async (ticket) => {
    let ran: Ran = {};
    try {
      const ground = await groundFor(ticket.tenant);
      if (ground) ran = await run(asPlatform(ground), ticket, deps);
    } finally {
      relay.finished(ticket, ran);
    }
  };
}

function run(
  ctx: Context,
  ticket: Ticket,
  { delivery, message, webhook }: WorkerDeps,
): Promise<Ran> {
  if (ticket.kind === "delivery") return runDelivery(ctx, ticket, delivery);
  if (ticket.kind === "message") return sendMessage(ctx, ticket, message);
  return sendWebhook(ctx, ticket, webhook);
}
