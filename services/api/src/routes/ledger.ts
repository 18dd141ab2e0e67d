import { Id, ProcessLedger } from "@guildhall/contract";
import { getLedger } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { bearer, createRouter, json, readRefusals, refusals } from "../router.ts";

const read = createRoute({
  tags: ["Deliveries"],
  security: bearer,
  method: "get",
  path: "/{id}/ledger",
  operationId: "getLedger",
  summary: "Read all that was said to the outside of a process",
  description:
    "Each back office with every delivery and attempt, the messages to the citizen, and the webhooks. What the citizen gave is masked.",
  middleware: [requireCredential] as const,
  request: { params: z.object({ id: Id }) },
  responses: {
    200: { description: "The ledger", ...json(ProcessLedger) },
    ...refusals(...readRefusals),
  },
});

/** The delivery ledger of a process. */
export const ledger = createRouter().openapi(read, async (c) =>
  c.json(await getLedger(c.var.ctx, c.req.valid("param").id), 200),
);
