import { DraftMessage, MessagePreview, NewMessagePreview } from "@guildhall/contract";
import { listDraftMessages, previewMessage } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { ApiDeps } from "../environment.ts";
import { readJson } from "../read-json.ts";
import { createRouter, json, readRefusals, refusals, writeRefusals } from "../router.ts";
import { common, params } from "./service-drafts.ts";

const list = createRoute({
  ...common,
  method: "get",
  path: "/{service}/messages",
  operationId: "listDraftMessages",
  summary: "See what people are told by a service in the making",
  description:
    "Each occasion with the words that would be sent, whose they are, and what they may be filled with.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The messages", ...json(z.object({ data: z.array(DraftMessage) })) },
    ...refusals(...readRefusals),
  },
});

const preview = createRoute({
  ...common,
  method: "post",
  path: "/{service}/messages/preview",
  operationId: "previewMessage",
  summary: "See a message of a draft as it would arrive",
  description:
    "Filled in from a scenario or from what is made up; with `words` that were not saved yet, or with the draft's. Nothing is sent and nothing is kept, so it may be asked as often as you like. A placeholder that nothing stands for is refused, with what was meant.",
  middleware: [requireCredential, readJson] as const,
  request: {
    params,
    body: {
      required: true,
      ...json(NewMessagePreview, {
        kind: "started",
        words: {
          subject: "We have your form: ((reference))",
          text: "Dear ((name)),\n\nThank you.",
        },
      }),
    },
  },
  responses: {
    200: { description: "The message", ...json(MessagePreview) },
    ...refusals(...writeRefusals),
  },
});

/** What people are told by services in the making. */
export function createDraftMessages({ dryRuns }: Pick<ApiDeps, "dryRuns">) {
  return createRouter()
    .openapi(list, async (c) =>
      c.json(await listDraftMessages(c.var.ctx, c.req.valid("param").service), 200),
    )
    .openapi(preview, async (c) => {
      const asked = { ...c.req.valid("param"), ...c.req.valid("json") };
      return c.json(await previewMessage(c.var.ctx, asked, dryRuns), 200);
    });
}
