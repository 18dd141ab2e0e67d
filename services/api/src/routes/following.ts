import {
  Following,
  FollowKey,
  NearbyProcess,
  NearbyQuery,
  NewFollower,
  Reference,
  Slug,
} from "@guildhall/contract";
import {
  askToFollow,
  confirmFollow,
  findFollow,
  listNearby,
  recall,
  stopFollow,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { LanguageQuery, languageOf } from "../language.ts";
import { limitTo } from "../limits.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import {
  anyone,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  refusals,
  writeRefusals,
} from "../router.ts";

const tags = ["Tracking"];
const exampleKey = { key: "01kb3zq8w5v0t6m2h9r4c7d1xe4v7tq2m8rk9w1x5z3c6n0b8d2h" };
const asked = limitTo("followers", { points: 20, seconds: 3600 });
const opened = limitTo("following", { points: 240, seconds: 3600 });

const nearby = createRoute({
  method: "get",
  path: "/services/{service}/nearby",
  operationId: "listNearby",
  summary: "See which requests of a service are open nearby",
  description:
    "At a point, by `latitude` and `longitude` or by `easting` and `northing`, or at an address, by `uprn`. The nearest come first, ten at most. Only services whose owner lets people look first have such a list; how near and how new a request has to be is in their `lookFirst`. Nothing that anybody said is in it.",
  tags,
  security: anyone,
  request: { params: z.object({ service: Slug }), query: NearbyQuery.extend(LanguageQuery.shape) },
  responses: {
    200: {
      description: "The requests",
      ...json(z.object({ data: z.array(NearbyProcess) }).meta({ id: "NearbyProcesses" })),
    },
    ...refusals("request-invalid", "invalid-text"),
  },
});

const ask = createRoute({
  method: "post",
  path: "/tracking/{reference}/followers",
  operationId: "askToFollow",
  summary: "Ask to be told of an open request of somebody else",
  description:
    "A link is sent, by which it is confirmed within two days. The answer is the same where none is sent, as for somebody who is told already. Only requests that others may see can be followed.",
  tags,
  security: anyone,
  parameters: [idempotencyKey],
  middleware: [asked, readJson, once] as const,
  request: {
    params: z.object({ reference: Reference }),
    body: { required: true, ...json(NewFollower, { email: "ada@example.com", language: "en" }) },
  },
  responses: {
    202: { description: "Heard" },
    ...refusals(...postRefusals, "process-closed", "rate-limited"),
  },
});

const find = createRoute({
  method: "post",
  path: "/following/find",
  operationId: "findFollow",
  summary: "See what the link of a follower leads to",
  description: "`key` is in the link.",
  tags,
  security: anyone,
  middleware: [opened, readJson] as const,
  request: { body: { required: true, ...json(FollowKey, exampleKey) } },
  responses: {
    200: { description: "What is followed", ...json(Following) },
    ...refusals(...writeRefusals, "rate-limited"),
  },
});

const confirm = createRoute({
  method: "post",
  path: "/following/confirm",
  operationId: "confirmFollow",
  summary: "Confirm that one wants to be told",
  description: "Twice is once. Whoever has stopped, or was too late, has to ask anew.",
  tags,
  security: anyone,
  middleware: [opened, readJson] as const,
  request: { body: { required: true, ...json(FollowKey, exampleKey) } },
  responses: {
    200: { description: "What came of it", ...json(Following) },
    ...refusals(...writeRefusals, "rate-limited"),
  },
});

const stop = createRoute({
  method: "post",
  path: "/following/stop",
  operationId: "stopFollow",
  summary: "Be told no more",
  description: "The address is forgotten at once. Twice is no error.",
  tags,
  security: anyone,
  middleware: [opened, readJson] as const,
  request: { body: { required: true, ...json(FollowKey, exampleKey) } },
  responses: {
    204: { description: "Nothing more is sent" },
    ...refusals(...writeRefusals, "rate-limited"),
  },
});

/** Requests that lie in public: who is near sees them, and can be told what becomes of them. */
export const following = createRouter()
  .openapi(nearby, async (c) => {
    const { language: spoken, ...query } = c.req.valid("query");
    const language = languageOf(c, spoken);
    const { service } = c.req.valid("param");
    return c.json(await listNearby(c.var.ctx, service, { ...query, language }), 200);
  })
  .openapi(ask, async (c) => {
    const { ctx } = c.var;
    const before = await recall<null>(ctx);
    if (!before) await askToFollow(ctx, c.req.valid("param").reference, c.req.valid("json"));
    return c.body(null, 202, answered(before));
  })
  .openapi(find, async (c) => c.json(await findFollow(c.var.ctx, c.req.valid("json").key), 200))
  .openapi(confirm, async (c) =>
    c.json(await confirmFollow(c.var.ctx, c.req.valid("json").key), 200),
  )
  .openapi(stop, async (c) => {
    await stopFollow(c.var.ctx, c.req.valid("json").key);
    return c.body(null, 204);
  });
