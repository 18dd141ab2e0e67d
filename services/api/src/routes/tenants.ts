import {
  ConnectionTest,
  NewTenant,
  NewTenantCheck,
  NewTenantConnector,
  pageOf,
  Slug,
  TenantReadiness,
  TenantSummary,
} from "@guildhall/contract";
import {
  beginTenantScenarios,
  type CreatedTenant,
  checkNewTenant,
  createTenant,
  getTenantReadiness,
  listRunTenants,
  recall,
  testConnection,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { ApiDeps } from "../environment.ts";
import { exampleConnection, exampleNewTenant } from "../examples.ts";
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

const common = { tags: ["Platform"], security: bearer };
const params = z.object({ id: Slug });
const unreadable = ["request-invalid", "invalid-text"] as const;

const list = createRoute({
  ...common,
  method: "get",
  path: "/tenants",
  operationId: "listRunTenants",
  summary: "List the tenants that you run the platform for",
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "Tenants", ...json(pageOf(TenantSummary)) },
    ...refusals(...readRefusals),
  },
});

const create = createRoute({
  ...common,
  method: "post",
  path: "/tenants",
  operationId: "createTenant",
  summary: "Take a tenant on",
  description:
    "With its brand, its connections, the recipes that it begins with as drafts of services, and its first administrators, who are written to. All of it is made, or nothing; what was broken off is finished when it is asked for again.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { body: { required: true, ...json(NewTenant, exampleNewTenant) } },
  responses: {
    201: {
      description: "The tenant",
      ...json(TenantSummary.pick({ id: true, name: true }).meta({ id: "CreatedTenant" })),
    },
    ...refusals(...postRefusals, "sign-in-again"),
  },
});

const check = createRoute({
  ...common,
  method: "post",
  path: "/tenant-checks",
  operationId: "checkNewTenant",
  summary: "Hear what is wrong with a new tenant, as far as you know it yet",
  description: "Nothing is made, so it may be asked as often as you like.",
  middleware: [requireCredential, readJson] as const,
  request: { body: { required: true, ...json(NewTenantCheck, { id: "fenmarsh" }) } },
  responses: { 204: { description: "Nothing is wrong with it" }, ...refusals(...writeRefusals) },
});

const test = createRoute({
  ...common,
  method: "post",
  path: "/connection-tests",
  operationId: "testConnection",
  summary: "Speak to an outside system once, with a connection that is not kept",
  description: "Nothing is changed there, and nothing of it is kept here.",
  middleware: [requireCredential, readJson] as const,
  request: {
    body: { required: true, ...json(NewTenantConnector, { ...exampleConnection, id: "alloy" }) },
  },
  responses: {
    200: { description: "What came of it", ...json(ConnectionTest) },
    ...refusals(...writeRefusals),
  },
});

const readiness = createRoute({
  ...common,
  method: "get",
  path: "/tenants/{id}/readiness",
  operationId: "getTenantReadiness",
  summary: "See what of a tenant is ready, and what is not",
  description: "Of a tenant that you run the platform for: names of services and numbers, no more.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "What is ready", ...json(TenantReadiness) },
    ...refusals(...readRefusals),
  },
});

const scenarios = createRoute({
  ...common,
  method: "post",
  path: "/tenants/{id}/scenario-runs",
  operationId: "runTenantScenarios",
  summary: "Run the scenarios of all that a tenant has in the making",
  description:
    "They go on by themselves, one service after the other; its readiness says what came of them.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    202: { description: "They have begun", ...json(TenantReadiness) },
    ...refusals(...readRefusals, ...unreadable),
  },
});

/** Tenants as whoever runs the platform takes them on. */
export function createTenants({
  onboarding: desk,
  dryRuns,
  reportFault,
}: Pick<ApiDeps, "onboarding" | "dryRuns" | "reportFault">) {
  return createRouter()
    .openapi(list, async (c) => c.json(await listRunTenants(c.var.ctx, desk), 200))
    .openapi(create, async (c) => {
      const { ctx } = c.var;
      const before = await recall<CreatedTenant>(ctx);
      const made = before?.answer ?? (await createTenant(ctx, c.req.valid("json"), desk));
      return c.json(made, 201, answered(before));
    })
    .openapi(check, async (c) => {
      await checkNewTenant(c.var.ctx, c.req.valid("json"), desk);
      return c.body(null, 204);
    })
    .openapi(test, async (c) =>
      c.json(await testConnection(c.var.ctx, c.req.valid("json"), desk), 200),
    )
    .openapi(readiness, async (c) =>
      c.json(await getTenantReadiness(c.var.ctx, c.req.valid("param").id, desk), 200),
    )
    .openapi(scenarios, async (c) => {
      const { ctx, requestId } = c.var;
      const { id } = c.req.valid("param");
      const { first, done } = await beginTenantScenarios(ctx, id, { desk, dryRuns });
      done.catch((error) => reportFault(error, requestId));
      return c.json(first, 202);
    });
}
