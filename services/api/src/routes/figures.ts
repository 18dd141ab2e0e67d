import { Figure, FiguresQuery, pageOf } from "@guildhall/contract";
import { getFigures } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { listed } from "../csv.ts";
import { bearer, createRouter, readRefusals, refusals } from "../router.ts";
import { figureSheet } from "../sheets.ts";

const seeFigures = createRoute({
  method: "get",
  path: "/figures",
  operationId: "getFigures",
  summary: "Count what was received and done, and how long it took",
  description:
    "For these days of London and both ends with them: the last 28 where they are left out, 366 at most. First all of it, then by month or by week, by service, by channel and by ward. What was done is counted on the day it ended, in working days as deadlines count them.",
  tags: ["Tasks"],
  security: bearer,
  middleware: [requireCredential] as const,
  request: { query: FiguresQuery },
  responses: {
    200: {
      description: "Rows of numbers; the same as CSV (`Accept: text/csv`)",
      content: {
        "application/json": { schema: pageOf(Figure) },
        "text/csv": { schema: z.string() },
      },
    },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

/** The numbers that whoever looks after the work goes by. */
export const figures = createRouter().openapi(seeFigures, (c) => {
  const query = { ...c.req.valid("query"), limit: 1 };
  return listed(c, figureSheet, query, ({ limit: _, ...asked }) => getFigures(c.var.ctx, asked));
});
