import {
  AuditCheckpoint,
  AuditEvent,
  AuditFilter,
  AuditVerification,
  PageQuery,
} from "@guildhall/contract";
import { listAudit, takeCheckpoint, verifyAudit } from "@guildhall/domain";
import { createRoute } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { listed, sheetOf } from "../csv.ts";
import { bearer, createRouter, json, readRefusals, refusals } from "../router.ts";
import { auditSheet } from "../sheets.ts";

const common = { tags: ["Audit"], security: bearer };

const list = createRoute({
  ...common,
  method: "get",
  path: "/",
  operationId: "listAudit",
  summary: "List audit events, newest first",
  description:
    "Everything that happened, and who did it. Only people can be given the scope `audit:read`. A part may be short, or empty, and not be the last: that has no `nextCursor`.",
  middleware: [requireCredential] as const,
  request: { query: PageQuery.extend(AuditFilter.shape) },
  responses: {
    ...sheetOf("Events", AuditEvent),
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const verify = createRoute({
  ...common,
  method: "get",
  path: "/verification",
  operationId: "verifyAudit",
  summary: "Verify the audit trail",
  description:
    "Follows the chain of hashes from the first event. A change, an insertion or a gap breaks the chain at its place. An end that was cut off does not: keep what `GET /audit/checkpoint` says elsewhere, and hold the trail against it.",
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "Whether it holds", ...json(AuditVerification) },
    ...refusals(...readRefusals),
  },
});

const checkpoint = createRoute({
  ...common,
  method: "get",
  path: "/checkpoint",
  operationId: "takeAuditCheckpoint",
  summary: "Take a checkpoint of the audit trail",
  description:
    "Says how far the trail has come, and signs it with the installation's key. Keep it outside the platform: `guildhall audit verify` holds the trail against it, and shows whether it was cut off or written anew.",
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "How far it has come", ...json(AuditCheckpoint) },
    ...refusals(...readRefusals),
  },
});

/** Who did what. */
export const audit = createRouter()
  .openapi(list, (c) => {
    const { ctx } = c.var;
    return listed(c, auditSheet, c.req.valid("query"), (query) => listAudit(ctx, query));
  })
  .openapi(verify, async (c) => c.json(await verifyAudit(c.var.ctx), 200))
  .openapi(checkpoint, async (c) => c.json(await takeCheckpoint(c.var.ctx), 200));
