import { Id, NewScenarioRun, ScenarioRun, Slug } from "@guildhall/contract";
import { beginScenarioRun, getScenarioRun } from "@guildhall/domain";
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
  path: "/{service}/scenario-runs",
  operationId: "runScenarios",
  summary: "Run a service's scenarios as its tests",
  description:
    "Each goes through the whole circle in the council's sandbox, and is compared with what it must come to. Of the draft with `draft`. Many take minutes, so ask with `Prefer: respond-async` and follow them. It may be asked as often as you like.",
  parameters: [preferAsync],
  middleware: [requireCredential, readJson] as const,
  request: {
    params: z.object({ service: Slug }),
    body: { required: true, ...json(NewScenarioRun, { version: 1 }) },
  },
  responses: {
    200: { description: "What came of each", ...json(ScenarioRun) },
    202: { description: "They have begun, and go on by themselves", ...json(ScenarioRun) },
    ...refusals(...writeRefusals, "service-not-ready"),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/{service}/scenario-runs/{id}",
  operationId: "getScenarioRun",
  summary: "See how far a service's scenarios have come",
  description: "Each result as it comes. A run can be looked at for a day.",
  middleware: [requireCredential] as const,
  request: { params: z.object({ service: Slug, id: Id }) },
  responses: {
    200: { description: "What has come of them so far", ...json(ScenarioRun) },
    ...refusals(...readRefusals),
  },
});

/** Scenarios as a service's tests. */
export function createScenarioRuns({
  dryRuns,
  reportFault,
}: Pick<ApiDeps, "dryRuns" | "reportFault">) {
  return createRouter()
    .openapi(run, async (c) => {
      const { ctx, requestId } = c.var;
      const { service } = c.req.valid("param");
      const { first, done } = await beginScenarioRun(ctx, service, c.req.valid("json"), dryRuns);
      if (!prefersAsync(c)) return c.json(await done, 200);
      done.catch((error) => reportFault(error, requestId));
      const at = `${ctx.issuer}/v1/services/${service}/scenario-runs/${first.id}`;
      return c.json(first, 202, followAt(at));
    })
    .openapi(read, async (c) =>
      c.json(await getScenarioRun(c.var.ctx, c.req.valid("param"), dryRuns), 200),
    );
}
