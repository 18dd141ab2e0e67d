import { PublicEventQuery, PublicEvents } from "@guildhall/contract";
import { listPublicEvents } from "@guildhall/domain";
import { createRoute } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { bearer, createRouter, json, readRefusals, refusals } from "../router.ts";

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listPublicEvents",
  summary: "List events after a cursor, oldest first",
  description:
    "What webhooks say, for those who cannot be called. Begin with `after=0`, and go on from `nextCursor`.",
  tags: ["Events"],
  security: bearer,
  middleware: [requireCredential] as const,
  request: { query: PublicEventQuery },
  responses: {
    200: { description: "Events, and where to go on from", ...json(PublicEvents) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

/** What happened, for whoever asks. */
export const events = createRouter().openapi(list, async (c) =>
  c.json(await listPublicEvents(c.var.ctx, c.req.valid("query")), 200),
);
