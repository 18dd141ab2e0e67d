import { type Context, Hono } from "hono";
import { csrf } from "hono/csrf";
import type { CallEnv } from "../misbehave.ts";
import { readPosted } from "../pages/posted.ts";
import { CardPage } from "./pages/card-page.tsx";
import type { Pay } from "./pay.ts";
import { isFinished, type Payment, type State } from "./payment.ts";

/** What each test card comes to. */
const outcomes: Readonly<Record<string, readonly [state: State, code?: string]>> = {
  valid: ["success"],
  declined: ["failed", "P0010"],
  slow: ["submitted"],
  broken: ["error", "P0050"],
};

/** The page where a citizen pays, which in truth is on the provider's own site. */
export function cardRoutes({ payments, config }: Pay): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.get("/:token", (c) => {
    const payment = payments.findByToken(c.req.param("token"));
    if (!payment) return c.notFound();
    if (isFinished(payment)) return showCard(c, config.service, payment);
    const { id, state } = payment;
    const opened = state === "created" ? payments.move(id, "started") : payment;
    return showCard(c, config.service, opened);
  });
  app.post("/:token", csrf(), async (c) => {
    const payment = payments.findByToken(c.req.param("token"));
    if (!payment) return c.notFound();
    const { does, card = "" } = await readPosted(c);
    if (does === "cancel") return leave(c, payments.move(payment.id, "cancelled", "P0030"));
    const outcome = outcomes[card];
    if (!outcome) return showCard(c, config.service, payment, "Choose a test card");
    payments.move(payment.id, "submitted");
    return leave(c, payments.move(payment.id, ...outcome));
  });
  return app;
}

function leave(c: Context, { returnUrl }: Payment): Response {
  return c.redirect(returnUrl, 303);
}

/** A form may be answered by sending the browser back to the service, which its policy has to allow. */
function showCard(c: Context, service: string, payment: Payment, wrong?: string) {
  const { origin } = new URL(payment.returnUrl);
  c.header(
    "Content-Security-Policy",
    `default-src 'none'; style-src 'self'; img-src data:; form-action 'self' ${origin}; base-uri 'none'; frame-ancestors 'none'`,
  );
  const page = <CardPage service={service} payment={payment} wrong={wrong} />;
  return c.html(page, wrong === undefined ? 200 : 400);
}
