import { Call, CallCount, CallCountQuery, CallQuery, pageOf } from "@guildhall/contract";
import { countCalls, listCalls } from "@guildhall/domain";
import { createRoute } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { listed, sheetOf } from "../csv.ts";
import { bearer, createRouter, json, readRefusals, refusals } from "../router.ts";
import { callSheet } from "../sheets.ts";

const common = { tags: ["Calls"], security: bearer };

const list = createRoute({
  ...common,
  method: "get",
  path: "/",
  operationId: "listCalls",
  summary: "List calls, newest first",
  description:
    "Who called what, and how it ended. Kept for 30 days, refusals too, and written down within a second or two. A key sees its own calls; staff see all but those of citizens, which are only counted. A part of the list may be short, or empty, and have a `nextCursor` all the same: older calls are looked through a part at a time.",
  middleware: [requireCredential] as const,
  request: { query: CallQuery },
  responses: {
    ...sheetOf("Calls", Call),
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const summary = createRoute({
  ...common,
  method: "get",
  path: "/summary",
  operationId: "countCalls",
  summary: "Count calls by day and caller",
  description:
    "The oldest day first; a day on which nobody called is left out. Staff are counted together, and so are citizens.",
  middleware: [requireCredential] as const,
  request: { query: CallCountQuery },
  responses: {
    200: { description: "Counts", ...json(pageOf(CallCount)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

/** The log of calls: who called what, when, with what outcome. */
export const calls = createRouter()
  .openapi(list, (c) => {
    const { ctx } = c.var;
    return listed(c, callSheet, c.req.valid("query"), (query) => listCalls(ctx, query));
  })
  .openapi(summary, async (c) => c.json(await countCalls(c.var.ctx, c.req.valid("query")), 200));
