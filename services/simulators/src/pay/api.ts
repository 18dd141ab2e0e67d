import { timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { type CallEnv, destroy } from "../misbehave.ts";
import { invalid, keyReused, noJson, notFound, PayError, unauthorised } from "./errors.ts";
import { readNewPayment } from "./new-payment.ts";
import type { Pay } from "./pay.ts";
import type { Payment } from "./payment.ts";
import { presentEvents, presentPayment } from "./present.ts";

type NotFoundCode = Parameters<typeof notFound>[0];

/** The calls of GOV.UK Pay's API that a service makes, under `/v1/payments`. */
export function payApi(pay: Pay, apiKey: string | undefined): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.onError((error, c) => answerError(error, c));
  app.use(async (c, next) => {
    checkKey(c.req.header("authorization"), apiKey);
    await next();
  });
  const base = (c: Context) => `${new URL(c.req.url).origin}/pay/${pay.tenant}`;
  const found = (c: Context, code: NotFoundCode): Payment => {
    const payment = pay.payments.find(c.req.param("id") ?? "");
    if (!payment) throw notFound(code);
    return payment;
  };
  app.post("/", async (c) => create(c, pay, base(c)));
  app.get("/", (c) => c.json(search(pay, c.req.query("reference"), base(c))));
  app.get("/:id", (c) => c.json(presentPayment(found(c, "P0200"), base(c))));
  app.get("/:id/events", (c) => c.json(presentEvents(found(c, "P0300"))));
  app.post("/:id/cancel", (c) => {
    const { id, state } = found(c, "P0500");
    if (state !== "created" && state !== "started")
      throw new PayError(400, { code: "P0501", description: "Cancellation of payment failed" });
    pay.payments.move(id, "cancelled", "P0040");
    return c.body(null, 204);
  });
  app.post("/:id/refunds", async (c) => {
    const { id } = found(c, "P0600");
    const { amount, at, id: refund } = pay.payments.refund(id, await readRefund(c));
    return c.json({ refund_id: refund, amount, status: "submitted", created_date: at }, 202);
  });
  return app;
}

/** Create a payment, acting out the faults that concern that alone. */
async function create(c: Context<CallEnv>, pay: Pay, base: string): Promise<Response> {
  const { faults, payments } = pay;
  const input = readNewPayment(await c.req.text());
  if (faults.take("refused")) throw invalid("amount", "The account takes no payments now");
  const payment = payments.create(input, c.req.header("idempotency-key"));
  if (faults.take("lost-reply")) return destroy(c);
  if (faults.take("duplicate")) throw keyReused();
  const presented = presentPayment(payment, base);
  if (!faults.take("success-without-reference")) return c.json(presented, 201);
  const { payment_id: _, ...nameless } = presented;
  return c.json(nameless, 201);
}

function search({ payments }: Pay, reference: string | undefined, base: string) {
  const results = payments
    .all()
    .filter((payment) => reference === undefined || payment.reference === reference)
    .toReversed()
    .slice(0, 500)
    .map((payment) => presentPayment(payment, base));
  return { total: results.length, count: results.length, page: 1, results };
}

const Refund = z.object({ amount: z.int().min(1), refund_amount_available: z.int().min(0) });

async function readRefund(c: Context): Promise<{ amount: number; available: number }> {
  const read = Refund.safeParse(await c.req.json().catch(() => undefined));
  if (!read.success) throw noJson();
  return { amount: read.data.amount, available: read.data.refund_amount_available };
}

function checkKey(header: string | undefined, apiKey: string | undefined): void {
  const given = Buffer.from(header ?? "");
  const wanted = Buffer.from(`Bearer ${apiKey}`);
  const same = given.length === wanted.length && timingSafeEqual(given, wanted);
  if (!apiKey || !same) throw unauthorised();
}

function answerError(error: Error, c: Context): Response {
  if (error instanceof PayError) return c.json(error.body, error.status);
  return c.json({ code: "P0198", description: "Downstream system error" }, 500);
}
