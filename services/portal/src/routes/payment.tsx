import type { Payment, Tracking } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { PaidPage } from "../pages/paid-page.tsx";
import { PaymentPage, type PaymentPageProps } from "../pages/payment-page.tsx";
import { readSession } from "../session/cookie.ts";
import type { Parts } from "./parts.ts";
import { referenceOf, track } from "./tracking.tsx";

/** Where a citizen pays, and comes back to: what became of the payment is asked again each time. */
export function paymentRoutes(parts: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get("/:reference/payment", async (c) => {
    const { at } = c.var.council;
    const { tracking, payment } = await paymentOf(c);
    if (!payment || (tracking.status !== "open" && payment.status !== "paid"))
      return c.redirect(at.tracking(tracking.reference), 303);
    return payment.status === "paid"
      ? showPaid(c, parts, { tracking, payment })
      : showUnpaid(c, parts, { tracking, payment: { ...payment, status: payment.status } });
  });

  app.post("/:reference/payment", async (c) => {
    const { api, at } = c.var.council;
    const reference = referenceOf(c);
    const token = readSession(c).tracking(reference);
    const { process } = await track(c, reference);
    if (token === undefined || process === undefined) return c.redirect(at.payment(reference), 303);
    const started = api.startPayment(process, token);
    return c.redirect(`${at.payment(reference)}${await wayOn(started)}`, 303);
  });
  return app;
}

/** How the payment page goes on from a payment that was to be started. What is kept is not lost by what goes wrong here. */
export async function wayOn(started: Promise<Payment>): Promise<string> {
  try {
    await started;
    return "?go=yes";
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.passes ? "?trouble=yes" : "";
  }
}

/** The latest payment: as its provider has it for the citizen, as anyone may know it for others. */
async function paymentOf(
  c: Context<PortalEnv>,
): Promise<{ tracking: Tracking; payment: Payment | Tracking["payment"] }> {
  const reference = referenceOf(c);
  const tracking = await track(c, reference);
  const token = readSession(c).tracking(reference);
  const { process, payment } = tracking;
  if (!payment || process === undefined || token === undefined) return { tracking, payment };
  const payments = await c.var.council.api.payments(process, token);
  // What it is for is said there in the language of the page.
  return { tracking, payment: { ...(payments.at(-1) ?? payment), title: payment.title } };
}

/** A form may lead to no other site, not even by a redirect: the page that it led to sends the browser on. */
function showUnpaid(
  c: Context<PortalEnv>,
  { look }: Parts,
  { tracking, payment }: Pick<PaymentPageProps, "tracking" | "payment">,
): Response | Promise<Response> {
  const { council } = c.var;
  const nextUrl = "nextUrl" in payment ? payment.nextUrl : undefined;
  const leaving = c.req.query("go") === "yes" && nextUrl !== undefined;
  if (leaving) c.header("Refresh", `0; url=${nextUrl}`);
  const trouble = c.req.query("trouble") === "yes" && nextUrl === undefined;
  const page = { council, look, tracking, payment, leaving, trouble };
  return c.html(<PaymentPage {...page} />);
}

async function showPaid(
  c: Context<PortalEnv>,
  { look }: Parts,
  { tracking, payment }: { tracking: Tracking; payment: NonNullable<Tracking["payment"]> },
): Promise<Response> {
  const { council } = c.var;
  const receipt = readSession(c).receipt(tracking.service);
  const mine = receipt?.reference === tracking.reference ? receipt : undefined;
  const service = await council.api.service(tracking.service, mine?.version).catch(nothing);
  const address = `${council.origin}${council.at.tracking(tracking.reference)}`;
  const link = mine && `${address}?key=${mine.trackingKey}`;
  const page = { council, look, tracking, payment, service, link };
  return c.html(<PaidPage {...page} />);
}

/** A service may have been withdrawn since. */
function nothing(error: unknown): undefined {
  if (!(error instanceof Refused)) throw error;
  return undefined;
}
