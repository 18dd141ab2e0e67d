import {
  DesignName,
  FieldQuery,
  LiveShape,
  LiveTarget,
  pageOf,
  Slug,
  TargetField,
} from "@guildhall/contract";
import { getLiveTarget, listLiveFields, listLiveTargets } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { ApiDeps } from "../environment.ts";
import { bearer, createRouter, json, readRefusals, refusals } from "../router.ts";

const common = { tags: ["Targets"], security: bearer };
const params = z.object({ connector: Slug, design: DesignName });

const list = createRoute({
  ...common,
  method: "get",
  path: "/{connector}/targets",
  operationId: "listLiveTargets",
  summary: "List what a connector's back office takes",
  description:
    "As the back office tells it, with what live mappings send there. Alloy has designs, an Open311 endpoint services; a connector of kind `http` or `soap` has what its settings name. Uniform and Valuebill cannot be asked: theirs are the tenant's schema sets.",
  middleware: [requireCredential] as const,
  request: { params: params.pick({ connector: true }) },
  responses: {
    200: {
      description: "What can be sent there",
      ...json(z.object({ data: z.array(LiveTarget) })),
    },
    ...refusals(...readRefusals, "request-invalid", "invalid-text", "office-unavailable"),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/{connector}/targets/{design}",
  operationId: "getLiveTarget",
  summary: "Read about something that a back office takes",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "What it is now", ...json(LiveShape) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text", "office-unavailable"),
  },
});

const fields = createRoute({
  ...common,
  method: "get",
  path: "/{connector}/targets/{design}/fields",
  operationId: "listLiveTargetFields",
  summary: "List the fields of something that a back office takes",
  description:
    "With the values that it may have, as they are now. What the back office said is used again for five minutes.",
  middleware: [requireCredential] as const,
  request: { params, query: FieldQuery },
  responses: {
    200: { description: "Fields, in document order", ...json(pageOf(TargetField)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text", "office-unavailable"),
  },
});

/** What back offices take as they are now. */
export function createLiveTargets({ targets }: Pick<ApiDeps, "targets">) {
  return createRouter()
    .openapi(list, async (c) =>
      c.json(await listLiveTargets(c.var.ctx, c.req.valid("param").connector, targets), 200),
    )
    .openapi(read, async (c) =>
      c.json(await getLiveTarget(c.var.ctx, c.req.valid("param"), targets), 200),
    )
    .openapi(fields, async (c) => {
      const asked = { ...c.req.valid("param"), query: c.req.valid("query") };
      return c.json(await listLiveFields(c.var.ctx, asked, targets), 200);
    });
}
