import { Id, PageQuery, pageOf, Replay, Replayed, WebhookDelivery } from "@guildhall/contract";
import {
  listSubscriptionDeliveries,
  pingSubscription,
  recall,
  replayFailed,
  replayWebhook,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import {
  bearer,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
} from "../router.ts";

const params = z.object({ id: Id });
const common = { tags: ["Subscriptions"], security: bearer };
/** Of a POST that has no body. */
const bareRefusals = ["scope-missing", "idempotency-key-missing", "idempotency-mismatch"] as const;

const ping = createRoute({
  ...common,
  method: "post",
  path: "/{id}/ping",
  operationId: "pingSubscription",
  summary: "Send a test webhook",
  description: "Also to a subscription that is disabled.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, once] as const,
  request: { params },
  responses: {
    202: { description: "The test, on its way", ...json(WebhookDelivery) },
    ...refusals(...bareRefusals),
  },
});

const list = createRoute({
  ...common,
  method: "get",
  path: "/{id}/deliveries",
  operationId: "listSubscriptionDeliveries",
  summary: "List what was sent to a subscription, newest first",
  middleware: [requireCredential] as const,
  request: { params, query: PageQuery },
  responses: {
    200: { description: "What was or will be sent", ...json(pageOf(WebhookDelivery)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const replay = createRoute({
  ...common,
  method: "post",
  path: "/{id}/deliveries/{delivery}/replay",
  operationId: "replaySubscriptionDelivery",
  summary: "Send a webhook again",
  description: "With the same id and the same bytes.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, once] as const,
  request: { params: params.extend({ delivery: Id }) },
  responses: {
    202: { description: "What is sent again", ...json(WebhookDelivery) },
    ...refusals(...bareRefusals, "invalid-transition"),
  },
});

const replayAll = createRoute({
  ...common,
  method: "post",
  path: "/{id}/replay",
  operationId: "replaySubscription",
  summary: "Send again all that failed since a time",
  description: "A thousand at most.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params,
    body: { required: true, ...json(Replay, { since: "2026-06-11T09:00:00Z" }) },
  },
  responses: {
    202: { description: "How many are sent again", ...json(Replayed) },
    ...refusals(...postRefusals, "invalid-transition"),
  },
});

/** What was sent to a subscription, and what can be sent to it by hand. */
export const webhooks = createRouter()
  .openapi(ping, async (c) => {
    const before = await recall<WebhookDelivery>(c.var.ctx);
    const sent = before?.answer ?? (await pingSubscription(c.var.ctx, c.req.valid("param").id));
    return c.json(sent, 202, answered(before));
  })
  .openapi(list, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(await listSubscriptionDeliveries(c.var.ctx, id, c.req.valid("query")), 200);
  })
  .openapi(replay, async (c) => {
    const before = await recall<WebhookDelivery>(c.var.ctx);
    const { id, delivery } = c.req.valid("param");
    const sent = before?.answer ?? (await replayWebhook(c.var.ctx, id, delivery));
    return c.json(sent, 202, answered(before));
  })
  .openapi(replayAll, async (c) => {
    const before = await recall<Replayed>(c.var.ctx);
    const { id } = c.req.valid("param");
    const replayed = before?.answer ?? (await replayFailed(c.var.ctx, id, c.req.valid("json")));
    return c.json(replayed, 202, answered(before));
  });
