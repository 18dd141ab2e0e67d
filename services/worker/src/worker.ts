import type { Ticket } from "@guildhall/contract";
import { asPlatform, type Context, type Ground } from "@guildhall/domain";
import { type DeliveryDeps, type Ran, runDelivery } from "./jobs/run-delivery.ts";
import { type MessageDeps, sendMessage } from "./jobs/send-message.ts";
import type { Relay } from "./relay.ts";

export interface WorkerDeps {
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly relay: Relay;
  readonly delivery: DeliveryDeps;
  readonly message: MessageDeps;
}

/**
 * Give the handler that does what a ticket stands for.
 *
 * A handler that fails leaves its row claimed: when the lease ends it is due again.
 */
export function createHandler({
  groundFor,
  relay,
  delivery,
  message,
}: WorkerDeps): (ticket: Ticket) => Promise<void> {
  const run = (ctx: Context, ticket: Ticket): Promise<Ran> =>
    ticket.kind === "delivery"
      ? runDelivery(ctx, ticket, delivery)
      : sendMessage(ctx, ticket, message);
  return async (ticket) => {
    let ran: Ran = {};
    try {
      const ground = await groundFor(ticket.tenant);
      if (ground) ran = await run(asPlatform(ground), ticket);
    } finally {
      relay.finished(ticket, ran.dueAgainAt);
    }
  };
}
