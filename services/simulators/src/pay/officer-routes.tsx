import { type Context, Hono } from "hono";
import { csrf } from "hono/csrf";
import type { CallEnv } from "../misbehave.ts";
import { ListPage } from "../pages/list-page.tsx";
import type { ListedCase } from "../pages/listing.ts";
import { commonStates, cutPage, isWanted, readWanted } from "../pages/listing.ts";
import type { Place } from "../pages/place.ts";
import { PaymentPage } from "./pages/payment-page.tsx";
import type { Pay } from "./pay.ts";
import { isFinished, type Payment, State } from "./payment.ts";
import { pounds } from "./pounds.ts";

/** The pages on which the council's finance team sees its payments, and time can be made to pass. */
export function payOfficer(pay: Pay, place: () => Place): Hono<CallEnv> {
  const { payments } = pay;
  const app = new Hono<CallEnv>();
  app.get("/", (c) => showList(c, pay, place()));
  app.get("/payments/:id", (c) => {
    const payment = payments.find(c.req.param("id"));
    if (!payment) return c.notFound();
    return c.html(<PaymentPage place={place()} payment={payment} />);
  });
  const action = (name: string, act: (payment: Payment) => void) =>
    app.post(`/payments/:id/${name}`, csrf(), (c) => {
      const payment = payments.find(c.req.param("id"));
      if (!payment) return c.notFound();
      act(payment);
      return c.redirect(addressOf(pay, payment), 303);
    });
  action("expire", ({ id, state }) => {
    if (state !== "submitted") payments.move(id, "failed", "P0020");
  });
  action("confirm", ({ id, state }) => {
    if (state === "submitted") payments.move(id, "success");
  });
  action("notify", (payment) => pay.webhooks.send(payment));
  return app;
}

function showList(c: Context<CallEnv>, pay: Pay, place: Place) {
  const wanted = readWanted({ state: "all", ...c.req.query() });
  const found = pay.payments
    .all()
    .filter((payment) => isWanted(wanted, payment.state, isFinished(payment)))
    .toReversed();
  const { cases: page, ...numbers } = cutPage(found, wanted);
  const states = [
    ...commonStates,
    ...State.options.map((state) => ({ value: state, text: state })),
  ];
  const cases = page.map((payment) => listedOf(pay, payment));
  const lists = { title: "Payments", place, states, cases };
  return c.html(<ListPage {...lists} {...wanted} {...numbers} />);
}

function listedOf(pay: Pay, payment: Payment): ListedCase {
  return {
    href: addressOf(pay, payment),
    title: `${pounds(payment.amount)} ${payment.description}`,
    reference: payment.reference,
    status: payment.state,
    closed: isFinished(payment),
    createdAt: payment.createdAt,
    changedAt: payment.events.at(-1)?.at ?? payment.createdAt,
  };
}

function addressOf({ tenant }: Pay, { id }: Payment): string {
  return `/pay/${tenant}/payments/${id}`;
}
