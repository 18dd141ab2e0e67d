import {
  IssuedSubscription,
  type NewSubscription,
  pageOf,
  Replayed,
  Subscription,
  type SubscriptionChange,
  WebhookDelivery,
} from "@guildhall/contract";
import {
  addSubscription,
  ask,
  changeSubscription,
  done,
  getSubscription,
  listSubscriptionDeliveries,
  listSubscriptions,
  pingSubscription,
  removeSubscription,
  replaySubscription,
  replaySubscriptionDelivery,
  rotateSubscription,
} from "@guildhall/sdk";
import { type As, asSent, pageLength, under } from "./as.ts";

/** Webhooks, and what was sent to them. */
export function webhooksApi(as: As) {
  const to = (id: string) => ({ ...as, path: { id } });
  const part = (cursor?: string) => ({ query: { limit: pageLength, ...(cursor && { cursor }) } });
  return {
    webhooks: (cursor?: string) =>
      ask(listSubscriptions({ ...as, ...part(cursor) }), pageOf(Subscription)),
    webhook: (id: string) => ask(getSubscription(to(id)), Subscription),
    addWebhook: (body: NewSubscription, once: string) =>
      ask(addSubscription({ ...as, ...under(once), body: asSent(body) }), IssuedSubscription),
    changeWebhook: (id: string, body: SubscriptionChange) =>
      ask(changeSubscription({ ...to(id), body: asSent(body) }), Subscription),
    rotateWebhook: (id: string, keepHours: number, once: string) =>
      ask(
        rotateSubscription({ ...to(id), ...under(once), body: { keepHours } }),
        IssuedSubscription,
      ),
    removeWebhook: (id: string) => done(removeSubscription(to(id))),
    ping: (id: string, once: string) =>
      ask(pingSubscription({ ...to(id), ...under(once) }), WebhookDelivery),
    sent: (id: string, cursor?: string) =>
      ask(listSubscriptionDeliveries({ ...to(id), ...part(cursor) }), pageOf(WebhookDelivery)),
    replay: (id: string, delivery: string, once: string) =>
      ask(
        replaySubscriptionDelivery({ ...as, path: { id, delivery }, ...under(once) }),
        WebhookDelivery,
      ),
    replayFailed: (id: string, since: string, once: string) =>
      ask(replaySubscription({ ...to(id), ...under(once), body: { since } }), Replayed),
  };
}
