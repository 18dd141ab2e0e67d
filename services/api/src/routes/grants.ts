import { Id } from "@guildhall/contract";
import { revokeGrants } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { bearer, createRouter, readRefusals, refusals } from "../router.ts";

const revoke = createRoute({
  method: "delete",
  path: "/{id}/grants",
  operationId: "revokeGrants",
  summary: "Revoke the grants of a process",
  description:
    "Every grant that was handed out for it ends at once. What was delivered stays delivered; the back office can no longer call for it.",
  tags: ["Keys"],
  security: bearer,
  middleware: [requireCredential] as const,
  request: { params: z.object({ id: Id }) },
  responses: { 204: { description: "Ended" }, ...refusals(...readRefusals) },
});

/** The rights that back offices were handed with deliveries. */
export const grants = createRouter().openapi(revoke, async (c) => {
  await revokeGrants(c.var.ctx, c.req.valid("param").id);
  return c.body(null, 204);
});
