import { Id, NotifyReceipt, Receipt } from "@guildhall/contract";
import { receiveNotifyReceipt, receiveReceipt } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { readJson } from "../read-json.ts";
import { bearer, createRouter, json, refusals, writeRefusals } from "../router.ts";

const common = { tags: ["Messages"], security: bearer };
const taken = { 204: { description: "Taken in" }, ...refusals(...writeRefusals) };

const add = createRoute({
  ...common,
  method: "post",
  path: "/messages/{id}/receipts",
  operationId: "addReceipt",
  summary: "Say that a message has arrived, or has come back",
  description:
    "For whoever carries a tenant's messages, or reads what comes back to its mailbox. It may be said before the message counts as sent, and is kept until then. Said twice it counts once, so no `Idempotency-Key` is needed; what came back has not arrived, whichever was said first. Where it `bounced` and that is `lasting`, the person is not written to by this channel again for that process: they get a text where they left a mobile, and else staff are called.",
  middleware: [requireCredential, readJson] as const,
  request: {
    params: z.object({ id: Id }),
    body: { required: true, ...json(Receipt, { fate: "bounced", code: "mailbox-unknown" }) },
  },
  responses: taken,
});

const addNotify = createRoute({
  ...common,
  method: "post",
  path: "/receipts/govuk-notify",
  operationId: "addNotifyReceipt",
  summary: "Receive a delivery receipt of GOV.UK Notify",
  description:
    "The address for “delivery receipts” in the settings of a tenant's account of GOV.UK Notify. Its bearer token is an API key with the scope `messages:write`. What is not the last word on a message is passed over, and what others sent by the same account is `not-found`.",
  middleware: [requireCredential, readJson] as const,
  request: {
    body: {
      required: true,
      ...json(NotifyReceipt, {
        reference: "out_01kb3zq8w5v0t6m2h9r4c7d1xe",
        status: "delivered",
        completed_at: "2026-11-22T10:00:00.000000Z",
      }),
    },
  },
  responses: taken,
});

/** What carriers say became of messages. */
export const receipts = createRouter()
  .openapi(add, async (c) => {
    await receiveReceipt(c.var.ctx, c.req.valid("param").id, c.req.valid("json"));
    return c.body(null, 204);
  })
  .openapi(addNotify, async (c) => {
    await receiveNotifyReceipt(c.var.ctx, c.req.valid("json"));
    return c.body(null, 204);
  });
