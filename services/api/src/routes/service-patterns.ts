import { pageOf, ServicePattern } from "@guildhall/contract";
import { listServicePatterns } from "@guildhall/domain";
import { createRoute } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { createRouter, json, readRefusals, refusals } from "../router.ts";
import { common } from "./service-drafts.ts";

const list = createRoute({
  ...common,
  method: "get",
  path: "/",
  operationId: "listServicePatterns",
  summary: "List questions that many services ask alike",
  description:
    "The edit `insert` puts the pages or the questions of one into a draft, with names that nothing there has yet.",
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "The patterns", ...json(pageOf(ServicePattern)) },
    ...refusals(...readRefusals),
  },
});

/** What can be put into a form as it is. */
export const servicePatterns = createRouter().openapi(list, (c) =>
  c.json(listServicePatterns(c.var.ctx), 200),
);
