import { ConnectorDrift, Slug } from "@guildhall/contract";
import { getDrift, lookForDrift } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { ApiDeps } from "../environment.ts";
import { bearer, createRouter, json, readRefusals, refusals } from "../router.ts";

const common = {
  path: "/{connector}/drift",
  tags: ["Connectors"],
  security: bearer,
  request: { params: z.object({ connector: Slug }) },
};

const read = createRoute({
  ...common,
  method: "get",
  middleware: [requireCredential] as const,
  operationId: "getDrift",
  summary: "See whether a back office still takes what is sent to it",
  description:
    "What was found when what it takes was last compared with what the mappings of live services write; that is done every night.",
  responses: {
    200: { description: "What was found", ...json(ConnectorDrift) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const look = createRoute({
  ...common,
  method: "post",
  middleware: [requireCredential] as const,
  operationId: "lookForDrift",
  summary: "Compare a back office with what is sent to it now",
  description:
    "Asks it for its designs and code lists. Where it cannot be asked, what was found before stays. It may be asked as often as you like.",
  responses: {
    200: { description: "What was found", ...json(ConnectorDrift) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

/** Whether back offices are as the mappings need them. */
export function createDrift({ askOffice }: Pick<ApiDeps, "askOffice">) {
  return createRouter()
    .openapi(read, async (c) =>
      c.json(await getDrift(c.var.ctx, c.req.valid("param").connector), 200),
    )
    .openapi(look, async (c) =>
      c.json(await lookForDrift(c.var.ctx, c.req.valid("param").connector, askOffice), 200),
    );
}
