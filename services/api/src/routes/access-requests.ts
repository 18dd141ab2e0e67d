import {
  AccessApproval,
  AccessQuery,
  AccessRefusal,
  AccessRequest,
  AskedAccess,
  GivenKey,
  Id,
  NewAccessRequest,
  pageOf,
} from "@guildhall/contract";
import {
  approveAccess,
  askForAccess,
  collectKey,
  endTestKey,
  getAccessRequest,
  listAccessRequests,
  recall,
  refuseAccess,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { ApiDeps } from "../environment.ts";
import { exampleAccessRequest } from "../examples.ts";
import { limitTo } from "../limits.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import {
  anyone,
  bearer,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
} from "../router.ts";

const params = z.object({ id: Id });
const tags = ["Access"];

const ask = createRoute({
  method: "post",
  path: "/",
  operationId: "askForAccess",
  summary: "Ask for access",
  description:
    "Anyone may ask. The answer has a key of the council's sandbox, and a token: send it as `Authorization: Bearer gh_request_…` to follow the request and to collect the live key. Keep both, they are shown once.",
  tags,
  security: anyone,
  parameters: [idempotencyKey],
  middleware: [limitTo("access-requests", { points: 10, seconds: 3600 }), readJson, once] as const,
  request: { body: { required: true, ...json(NewAccessRequest, exampleAccessRequest) } },
  responses: {
    201: { description: "The request, its token and the test key", ...json(AskedAccess) },
    ...refusals(...postRefusals, "rate-limited"),
  },
});

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listAccessRequests",
  summary: "List requests for access",
  tags,
  security: bearer,
  middleware: [requireCredential] as const,
  request: { query: AccessQuery },
  responses: {
    200: { description: "Requests, oldest first", ...json(pageOf(AccessRequest)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const read = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "getAccessRequest",
  summary: "Read a request for access",
  tags,
  security: bearer,
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The request", ...json(AccessRequest) },
    ...refusals(...readRefusals),
  },
});

const approve = createRoute({
  method: "post",
  path: "/{id}/approve",
  operationId: "approveAccessRequest",
  summary: "Approve a request for access, or a part of it",
  description: "The applicant is told.",
  tags,
  security: bearer,
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params,
    body: { required: true, ...json(AccessApproval, { scopes: ["processes:read"] }) },
  },
  responses: {
    200: { description: "The request", ...json(AccessRequest) },
    ...refusals(...postRefusals, "sign-in-again", "invalid-transition"),
  },
});

const refuse = createRoute({
  method: "post",
  path: "/{id}/refuse",
  operationId: "refuseAccessRequest",
  summary: "Refuse a request for access",
  description: "The applicant is told why.",
  tags,
  security: bearer,
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params,
    body: {
      required: true,
      ...json(AccessRefusal, { reason: "Tell us which of your products will use the key." }),
    },
  },
  responses: {
    200: { description: "The request", ...json(AccessRequest) },
    ...refusals(...postRefusals, "invalid-transition"),
  },
});

const endKey = createRoute({
  method: "delete",
  path: "/{id}/test-key",
  operationId: "endTestKey",
  summary: "End a test key",
  description:
    "At once, whatever has become of the request that it was given with. Once it has ended, ending it again changes nothing.",
  tags,
  security: bearer,
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 204: { description: "Ended" }, ...refusals(...readRefusals) },
});

const collect = createRoute({
  method: "post",
  path: "/{id}/key",
  operationId: "collectKey",
  summary: "Collect the live key that was approved",
  description: "Once, with the request's token.",
  tags,
  security: bearer,
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { params, body: { required: true, ...json(z.strictObject({}), {}) } },
  responses: {
    201: { description: "The key", ...json(GivenKey) },
    ...refusals(...postRefusals, "invalid-transition"),
  },
});

/** Requests for access: from whoever builds on the platform, to those who look after the tenant's keys. */
export function createAccessRequests({ sandboxFor }: Pick<ApiDeps, "sandboxFor">) {
  return createRouter()
    .openapi(ask, async (c) => {
      const before = await recall<AskedAccess>(c.var.ctx);
      const asked =
        before?.answer ?? (await askForAccess(c.var.ctx, c.req.valid("json"), sandboxFor));
      const location = `${c.var.ctx.issuer}/v1/access-requests/${asked.request.id}`;
      return c.json(asked, 201, answered(before, location));
    })
    .openapi(list, async (c) =>
      c.json(await listAccessRequests(c.var.ctx, c.req.valid("query")), 200),
    )
    .openapi(read, async (c) =>
      c.json(await getAccessRequest(c.var.ctx, c.req.valid("param").id), 200),
    )
    .openapi(approve, async (c) => {
      const { ctx } = c.var;
      const before = await recall<AccessRequest>(ctx);
      const approved =
        before?.answer ?? (await approveAccess(ctx, c.req.valid("param").id, c.req.valid("json")));
      return c.json(approved, 200, answered(before));
    })
    .openapi(refuse, async (c) => {
      const { ctx } = c.var;
      const before = await recall<AccessRequest>(ctx);
      const refused =
        before?.answer ?? (await refuseAccess(ctx, c.req.valid("param").id, c.req.valid("json")));
      return c.json(refused, 200, answered(before));
    })
    .openapi(endKey, async (c) => {
      await endTestKey(c.var.ctx, c.req.valid("param").id, sandboxFor);
      return c.body(null, 204);
    })
    .openapi(collect, async (c) => {
      const before = await recall<GivenKey>(c.var.ctx);
      const given = before?.answer ?? (await collectKey(c.var.ctx, c.req.valid("param").id));
      return c.json(given, 201, answered(before));
    });
}
