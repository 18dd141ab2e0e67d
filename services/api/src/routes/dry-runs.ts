import { DryRun, Id, NewDryRun, Slug } from "@guildhall/contract";
import { beginDryRun, getDryRun } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { ApiDeps } from "../environment.ts";
import { followAt, preferAsync, prefersAsync } from "../prefer.ts";
import { readJson } from "../read-json.ts";
import { bearer, createRouter, json, readRefusals, refusals, writeRefusals } from "../router.ts";

const common = { tags: ["Services"], security: bearer };

const run = createRoute({
  ...common,
  method: "post",
  path: "/{service}/dry-runs",
  operationId: "dryRunService",
  summary: "Send a sample through the whole circle",
  description:
    "In the council's sandbox: checked, written, delivered to the simulators of its back offices, worked there by an officer, and back. No citizen is written to, and no live back office. A `fault` goes wrong on purpose, for this case alone. It takes half a minute at most, a minute with a fault, and then says what it still waits for. It may be asked as often as you like.",
  parameters: [preferAsync],
  middleware: [requireCredential, readJson] as const,
  request: {
    params: z.object({ service: Slug }),
    body: { required: true, ...json(NewDryRun, { version: 1 }) },
  },
  responses: {
    200: { description: "What happened at each station", ...json(DryRun) },
    202: { description: "It has begun, and goes on by itself", ...json(DryRun) },
    ...refusals(...writeRefusals, "service-not-ready"),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/{service}/dry-runs/{id}",
  operationId: "getDryRun",
  summary: "See how far a dry run has come",
  description: "Each station as it is passed. A run can be looked at for a day.",
  middleware: [requireCredential] as const,
  request: { params: z.object({ service: Slug, id: Id }) },
  responses: {
    200: { description: "What has happened so far", ...json(DryRun) },
    ...refusals(...readRefusals),
  },
});

/** Trying services out. */
export function createDryRuns({ dryRuns, reportFault }: Pick<ApiDeps, "dryRuns" | "reportFault">) {
  return createRouter()
    .openapi(run, async (c) => {
      const { ctx, requestId } = c.var;
      const { service } = c.req.valid("param");
      const { first, done } = await beginDryRun(ctx, service, c.req.valid("json"), dryRuns);
      if (!prefersAsync(c)) return c.json(await done, 200);
      done.catch((error) => reportFault(error, requestId));
      return c.json(
        first,
        202,
        followAt(`${ctx.issuer}/v1/services/${service}/dry-runs/${first.id}`),
      );
    })
    .openapi(read, async (c) =>
      c.json(await getDryRun(c.var.ctx, c.req.valid("param"), dryRuns), 200),
    );
}
