import { DryRun, NewDryRun, Slug } from "@guildhall/contract";
import { dryRun } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { ApiDeps } from "../environment.ts";
import { readJson } from "../read-json.ts";
import { bearer, createRouter, json, refusals, writeRefusals } from "../router.ts";

const run = createRoute({
  method: "post",
  path: "/{service}/dry-runs",
  operationId: "dryRunService",
  summary: "Send a sample through the whole circle",
  description:
    "In the council's sandbox: checked, written, delivered to the simulators of its back offices, worked there by an officer, and back. No citizen is written to, and no live back office. It takes half a minute at most, and then says what it still waits for. It may be asked as often as you like.",
  tags: ["Services"],
  security: bearer,
  middleware: [requireCredential, readJson] as const,
  request: {
    params: z.object({ service: Slug }),
    body: { required: true, ...json(NewDryRun, { version: 1 }) },
  },
  responses: {
    200: { description: "What happened at each station", ...json(DryRun) },
    ...refusals(...writeRefusals),
  },
});

/** Trying services out. */
export function createDryRuns({ dryRuns }: Pick<ApiDeps, "dryRuns">) {
  return createRouter().openapi(run, async (c) =>
    c.json(
      await dryRun(c.var.ctx, c.req.valid("param").service, c.req.valid("json"), dryRuns),
      200,
    ),
  );
}
