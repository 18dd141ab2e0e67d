import { Id, NewPayment, Payment, Problem, pageOf, Slug } from "@guildhall/contract";
import { asPlatform, type PaymentDesk, recall } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { answered, once } from "../once.ts";
import { readJson, readLimited } from "../read-json.ts";
import {
  anyone,
  bearer,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
} from "../router.ts";

const params = z.object({ id: Id });
const tags = ["Payments"];

const start = createRoute({
  method: "post",
  path: "/processes/{id}/payments",
  operationId: "startPayment",
  summary: "Start a payment, or continue one that is under way",
  description:
    "Send the citizen to `nextUrl`. There is never more than one payment open: one that is under way is given again, and one that came to nothing is followed by another. Who comes back may or may not have paid: read the payments to know. Only an API key may name a `returnUrl`; a citizen with a token comes back to the portal.",
  tags,
  security: bearer,
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { params, body: { required: true, ...json(NewPayment, {}) } },
  responses: {
    201: { description: "The payment", ...json(Payment) },
    ...refusals(...postRefusals, "process-closed", "payment-not-due", "payment-unavailable"),
  },
});

const list = createRoute({
  method: "get",
  path: "/processes/{id}/payments",
  operationId: "listPayments",
  summary: "List the payments of a process",
  description:
    "The first attempt comes first. One that is under way is as its provider has it now.",
  tags,
  security: bearer,
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "Payments", ...json(pageOf(Payment)) },
    ...refusals(...readRefusals),
  },
});

const hear = createRoute({
  method: "post",
  path: "/payments/{connector}/webhook",
  operationId: "hearOfPayment",
  summary: "Receive a payment provider's webhook",
  description:
    "Signed by the provider over the raw body (`Pay-Signature`). It only has the payment read again: it may come twice, late, out of order or not at all.",
  tags,
  security: anyone,
  request: { params: z.object({ connector: Slug }) },
  responses: {
    204: { description: "Heard" },
    ...refusals("body-too-large", "malformed-json"),
  },
});

const largestWebhook = 64 * 1024;

/** What citizens pay. */
export function createPayments(payments: PaymentDesk) {
  return createRouter()
    .openapi(start, async (c) => {
      const { ctx } = c.var;
      const { id } = c.req.valid("param");
      const before = await recall<Payment>(ctx);
      const payment = before?.answer ?? (await payments.start(ctx, id, c.req.valid("json")));
      return c.json(payment, 201, answered(before));
    })
    .openapi(list, async (c) => {
      return c.json(await payments.list(c.var.ctx, c.req.valid("param").id), 200);
    })
    .openapi(hear, async (c) => {
      const body = await readLimited(c.req.raw, largestWebhook);
      const signature = c.req.header("pay-signature");
      const { connector } = c.req.valid("param");
      const heard = await payments.hear(asPlatform(c.var.ground), { connector, body, signature });
      if (!heard) throw new Problem("unauthenticated");
      return c.body(null, 204);
    });
}
