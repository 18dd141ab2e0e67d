import { ApiKeyId, Key, NewKey, PageQuery, Problem, pageOf, ShownKey } from "@guildhall/contract";
import { getKey, issueKey, listKeys, recall, revokeKey } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { found, ifNoneMatchHeader, withEtag } from "../etag.ts";
import { exampleNewKey } from "../examples.ts";
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
import { addKeyChanges } from "./key-changes.ts";

const params = z.object({ id: ApiKeyId });
const security = bearer;
const tags = ["Keys"];

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listKeys",
  summary: "List API keys, newest first",
  description: "Keys that have ended are among them.",
  tags,
  security,
  middleware: [requireCredential] as const,
  request: { query: PageQuery },
  responses: {
    200: { description: "Keys", ...json(pageOf(Key)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const issue = createRoute({
  method: "post",
  path: "/",
  operationId: "issueKey",
  summary: "Issue an API key",
  description:
    "The key is in this answer and nowhere else. An answer that is given again to the same `Idempotency-Key` does not have it: where the first was lost, rotate the key to get another.",
  tags,
  security,
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { body: { required: true, ...json(NewKey, exampleNewKey) } },
  responses: {
    201: { description: "The key, shown this once", ...json(ShownKey) },
    ...refusals(...postRefusals, "sign-in-again"),
  },
});

const current = createRoute({
  method: "get",
  path: "/current",
  operationId: "getCurrentKey",
  summary: "Read the key that you use",
  description: "Any key may, whatever its scopes.",
  tags,
  security,
  parameters: [ifNoneMatchHeader],
  middleware: [requireCredential] as const,
  responses: { ...found("The key", Key), ...refusals() },
});

const read = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "getKey",
  summary: "Read an API key",
  description: "Nothing of it is secret.",
  tags,
  security,
  parameters: [ifNoneMatchHeader],
  middleware: [requireCredential] as const,
  request: { params },
  responses: { ...found("The key", Key), ...refusals(...readRefusals) },
});

const revoke = createRoute({
  method: "delete",
  path: "/{id}",
  operationId: "revokeKey",
  summary: "Revoke an API key",
  description: "The tokens that it was exchanged for end with it.",
  tags,
  security,
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 204: { description: "Ended" }, ...refusals(...readRefusals, "sign-in-again") },
});

/** API keys of vendors and partners. */
export const keys = addKeyChanges(
  createRouter()
    .openapi(list, async (c) => c.json(await listKeys(c.var.ctx, c.req.valid("query")), 200))
    .openapi(issue, async (c) => {
      const { ctx } = c.var;
      const before = await recall<ShownKey>(ctx);
      const issued = before?.answer ?? (await issueKey(ctx, c.req.valid("json")));
      return c.json(issued, 201, answered(before, `${ctx.issuer}/v1/keys/${issued.id}`));
    })
    .openapi(current, async (c) => {
      const { ctx } = c.var;
      if (ctx.key === undefined) throw new Problem("not-found");
      return withEtag(c, await getKey(ctx, ctx.key));
    })
    .openapi(read, async (c) => withEtag(c, await getKey(c.var.ctx, c.req.valid("param").id)))
    .openapi(revoke, async (c) => {
      if (!(await revokeKey(c.var.ctx, c.req.valid("param").id))) throw new Problem("not-found");
      return c.body(null, 204);
    }),
);
