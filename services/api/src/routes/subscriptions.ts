import {
  Id,
  IssuedSubscription,
  NewSubscription,
  PageQuery,
  pageOf,
  Subscription,
  SubscriptionChange,
  SubscriptionRotation,
} from "@guildhall/contract";
import {
  addSubscription,
  changeSubscription,
  getSubscription,
  listSubscriptions,
  type MayCall,
  recall,
  removeSubscription,
  rotateSubscription,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import {
  changed,
  etagOf,
  found,
  ifMatch,
  ifMatchHeader,
  ifNoneMatchHeader,
  withEtag,
} from "../etag.ts";
import { exampleSubscription } from "../examples.ts";
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
  writeRefusals,
} from "../router.ts";

const params = z.object({ id: Id });
const common = { tags: ["Subscriptions"], security: bearer };

const list = createRoute({
  ...common,
  method: "get",
  path: "/",
  operationId: "listSubscriptions",
  summary: "List subscriptions",
  description: "A vendor or partner sees its own.",
  middleware: [requireCredential] as const,
  request: { query: PageQuery },
  responses: {
    200: { description: "Subscriptions, from the oldest", ...json(pageOf(Subscription)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const add = createRoute({
  ...common,
  method: "post",
  path: "/",
  operationId: "addSubscription",
  summary: "Subscribe to events",
  description:
    "A vendor or partner needs `events:read` too. Where `signature` is `hmac`, the secret is shown now and never again.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { body: { required: true, ...json(NewSubscription, exampleSubscription) } },
  responses: {
    201: { description: "The subscription", ...json(IssuedSubscription) },
    ...refusals(...postRefusals, "sign-in-again", "url-not-allowed", "invalid-transition"),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/{id}",
  operationId: "getSubscription",
  summary: "Read a subscription",
  description: "It has the public keys that its webhooks are verified with.",
  parameters: [ifNoneMatchHeader],
  middleware: [requireCredential] as const,
  request: { params },
  responses: { ...found("The subscription", Subscription), ...refusals(...readRefusals) },
});

const change = createRoute({
  ...common,
  method: "patch",
  path: "/{id}",
  operationId: "changeSubscription",
  summary: "Change a subscription",
  description: "Its address or its events, or whether it is on.",
  parameters: [ifMatchHeader],
  middleware: [requireCredential, readJson] as const,
  request: { params, body: { required: true, ...json(SubscriptionChange, { state: "active" }) } },
  responses: {
    ...changed("The subscription", Subscription),
    ...refusals(...writeRefusals, "sign-in-again", "url-not-allowed", "precondition-failed"),
  },
});

const remove = createRoute({
  ...common,
  method: "delete",
  path: "/{id}",
  operationId: "removeSubscription",
  summary: "Delete a subscription",
  description: "Nothing more is sent.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 204: { description: "Gone" }, ...refusals("scope-missing") },
});

const rotate = createRoute({
  ...common,
  method: "post",
  path: "/{id}/rotate",
  operationId: "rotateSubscription",
  summary: "Rotate the key or secret of a subscription",
  description: "For the hours given each webhook carries both signatures.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { params, body: { required: true, ...json(SubscriptionRotation, { keepHours: 24 }) } },
  responses: {
    200: { description: "The subscription, with its new secret", ...json(IssuedSubscription) },
    ...refusals(...postRefusals, "sign-in-again", "precondition-failed"),
  },
});

/** Webhooks that were asked for; `mayCall` says where this installation lets them lead. */
export function createSubscriptions(mayCall: MayCall) {
  return createRouter()
    .openapi(list, async (c) =>
      c.json(await listSubscriptions(c.var.ctx, c.req.valid("query")), 200),
    )
    .openapi(add, async (c) => {
      const { ctx } = c.var;
      const before = await recall<IssuedSubscription>(ctx);
      const added = before?.answer ?? (await addSubscription(ctx, c.req.valid("json"), mayCall));
      return c.json(added, 201, answered(before, `${ctx.issuer}/v1/subscriptions/${added.id}`));
    })
    .openapi(read, async (c) =>
      withEtag(c, await getSubscription(c.var.ctx, c.req.valid("param").id)),
    )
    .openapi(change, async (c) => {
      const guards = { mayCall, precondition: ifMatch(c) };
      const input = c.req.valid("json");
      const { id } = c.req.valid("param");
      const subscription = await changeSubscription(c.var.ctx, id, { ...guards, input });
      return c.json(subscription, 200, { ETag: etagOf(subscription) });
    })
    .openapi(remove, async (c) => {
      await removeSubscription(c.var.ctx, c.req.valid("param").id);
      return c.body(null, 204);
    })
    .openapi(rotate, async (c) => {
      const { ctx } = c.var;
      const before = await recall<IssuedSubscription>(ctx);
      const rotated =
        before?.answer ??
        (await rotateSubscription(ctx, c.req.valid("param").id, c.req.valid("json")));
      return c.json(rotated, 200, answered(before));
    });
}
