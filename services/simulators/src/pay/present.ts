import { failures, isFinished, type Payment, refundable } from "./payment.ts";

/** Where an account's calls and pages are, without a stroke at the end. */
export type Base = string;

/** A payment as the API writes it. */
export function presentPayment(payment: Payment, base: Base) {
  const { id, state, code, amount, metadata, returnUrl } = payment;
  const self = `${base}/v1/payments/${id}`;
  const pays = state === "created" || state === "started";
  const to = (href: string, method = "GET") => ({ href, method });
  return {
    payment_id: id,
    payment_provider: "sandbox",
    amount,
    reference: payment.reference,
    description: payment.description,
    return_url: returnUrl,
    metadata,
    created_date: payment.createdAt,
    language: "en",
    delayed_capture: false,
    state: {
      status: state,
      finished: isFinished(payment),
      ...(code === undefined ? {} : { code, message: failures[code] }),
    },
    refund_summary: {
      status: state === "success" ? "available" : "unavailable",
      amount_available: refundable(payment),
      amount_submitted: amount - refundable({ ...payment, state: "success" }),
    },
    _links: {
      self: to(self),
      events: to(`${self}/events`),
      refunds: to(`${self}/refunds`),
      ...(pays
        ? { next_url: to(cardPage(payment, base)), cancel: to(`${self}/cancel`, "POST") }
        : {}),
    },
  };
}

export function presentEvents({ id, events }: Payment) {
  return {
    payment_id: id,
    events: events.map(({ state, at }) => ({
      payment_id: id,
      state: { status: state, finished: isFinished({ state }) },
      updated: at,
    })),
  };
}

/** Where a payment is paid. */
export function cardPage({ token }: Payment, base: Base): string {
  return `${base}/card/${token}`;
}
