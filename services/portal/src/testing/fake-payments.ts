import type { Payment, ProblemCode } from "@guildhall/contract";
import { Hono } from "hono";

type Problem = (code: ProblemCode) => Response;

/** The payments of the one process that there is, for whoever holds its token. */
export function paymentRoutes(payments: Payment[], problem: Problem): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    const mine = c.req.header("authorization") === "Bearer token.process";
    return mine ? next() : problem("not-found");
  });
  app.get("/:id/payments", (c) => c.json({ data: payments }));
  app.post("/:id/payments", (c) => {
    const latest = payments.at(-1);
    if (!latest || latest.status === "paid") return problem("payment-not-due");
    const over = ["failed", "cancelled", "expired"].includes(latest.status);
    const payment = { ...latest, status: "created" as const, nextUrl: "https://card.example/1" };
    payments.splice(over ? payments.length : -1, over ? 0 : 1, payment);
    return c.json(payment, 201);
  });
  return app;
}
