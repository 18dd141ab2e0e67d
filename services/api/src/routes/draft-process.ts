import { DraftStatus, pageOf } from "@guildhall/contract";
import { listDraftStatuses } from "@guildhall/domain";
import { createRoute } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { createRouter, json, readRefusals, refusals } from "../router.ts";
import { common, params } from "./service-drafts.ts";

const statuses = createRoute({
  ...common,
  method: "get",
  path: "/{service}/statuses",
  operationId: "listDraftStatuses",
  summary: "See what each status of its back offices means for a draft",
  description:
    "Every status that a back office of the draft is known to have, that came from it lately, or that a table speaks of: the stage that it leads to, and who is told what. The draft’s own table stands before the connector’s.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The statuses", ...json(pageOf(DraftStatus)) },
    ...refusals(...readRefusals),
  },
});

/** What happens in a service in the making. */
export const draftProcess = createRouter().openapi(statuses, async (c) =>
  c.json(await listDraftStatuses(c.var.ctx, c.req.valid("param").service), 200),
);
