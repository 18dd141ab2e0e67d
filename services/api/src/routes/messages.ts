import { DeliveryState, Id, Message, PageQuery } from "@guildhall/contract";
import { getMessage, listMessages } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { listed, sheetOf } from "../csv.ts";
import { found, ifNoneMatchHeader, withEtag } from "../etag.ts";
import { several } from "../filters.ts";
import { bearer, createRouter, readRefusals, refusals } from "../router.ts";
import { messageSheet } from "../sheets.ts";

const common = { tags: ["Messages"], security: bearer };

const list = createRoute({
  ...common,
  method: "get",
  path: "/",
  operationId: "listMessages",
  summary: "List messages to people, newest first",
  description: "A recipient is masked for whoever may not read processes (`processes:read`).",
  middleware: [requireCredential] as const,
  request: {
    query: PageQuery.extend({ state: several(DeliveryState), process: Id.optional() }),
  },
  responses: {
    ...sheetOf("Messages", Message),
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/{id}",
  operationId: "getMessage",
  summary: "Read a message and whether it was sent",
  parameters: [ifNoneMatchHeader],
  middleware: [requireCredential] as const,
  request: { params: z.object({ id: Id }) },
  responses: { ...found("The message", Message), ...refusals(...readRefusals) },
});

/** What people were told, and whether it reached them. */
export const messages = createRouter()
  .openapi(list, (c) => {
    const { ctx } = c.var;
    return listed(c, messageSheet, c.req.valid("query"), (query) => listMessages(ctx, query));
  })
  .openapi(read, async (c) => withEtag(c, await getMessage(c.var.ctx, c.req.valid("param").id)));
