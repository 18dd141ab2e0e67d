import { pageOf, Slug, StatusCoverage } from "@guildhall/contract";
import { coverageReport } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { bearer, createRouter, json, readRefusals, refusals } from "../router.ts";

const read = createRoute({
  method: "get",
  path: "/{connector}/coverage",
  operationId: "getCoverage",
  summary: "See what each status of a back office means to citizens",
  description:
    "Every status that it is known to have, or that came from it in the last 90 days, for each service that it works: mapped to a stage, known and silent, or unmapped.",
  tags: ["Connectors"],
  security: bearer,
  middleware: [requireCredential] as const,
  request: {
    params: z.object({ connector: Slug }),
    query: z.object({ service: Slug.optional() }),
  },
  responses: {
    200: { description: "Statuses", ...json(pageOf(StatusCoverage)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

/** What the statuses of back offices mean. */
export const coverage = createRouter().openapi(read, async (c) => {
  const { connector } = c.req.valid("param");
  return c.json(await coverageReport(c.var.ctx, { connector, ...c.req.valid("query") }), 200);
});
