import type { PaymentAnswer, PaymentOrder, SeenPayment } from "@guildhall/contract";
import { z } from "zod";

const Link = z.object({ href: z.url({ protocol: /^https?$/ }) });

/** A payment as GOV.UK Pay writes it, as far as it is read. */
const Payment = z.object({
  payment_id: z.string().regex(/^[\w-]{1,100}$/),
  amount: z.int(),
  state: z.object({ status: z.string(), code: z.string().max(20).optional() }),
  _links: z.object({ next_url: Link.nullish() }),
});

/** Read a payment. What cannot be read, or is in a state that is not known, tells nothing. */
export function readPayment(body: unknown): PaymentAnswer {
  const read = Payment.safeParse(body);
  const status = read.success ? statusOf(read.data.state) : undefined;
  if (!read.success || !status) return { outcome: "retry", code: "bad-answer" };
  const { payment_id: reference, amount: amountPence, state, _links } = read.data;
  const nextUrl = _links.next_url?.href;
  const payment = {
    reference,
    status,
    amountPence,
    ...(nextUrl === undefined ? {} : { nextUrl }),
    ...(state.code === undefined ? {} : { code: state.code }),
  };
  return { outcome: "seen", payment };
}

function statusOf({
  status,
  code = "",
}: {
  status: string;
  code?: string | undefined;
}): SeenPayment["status"] | undefined {
  return (status === "failed" ? failures.get(code) : undefined) ?? states.get(status);
}

const states: ReadonlyMap<string, SeenPayment["status"]> = new Map([
  ["created", "created"],
  ["started", "started"],
  ["submitted", "submitted"],
  ["capturable", "submitted"],
  ["success", "paid"],
  ["failed", "failed"],
  ["cancelled", "cancelled"],
  ["error", "failed"],
]);

const failures: ReadonlyMap<string, SeenPayment["status"]> = new Map([
  ["P0020", "expired"],
  ["P0030", "cancelled"],
]);

/** Write an order as GOV.UK Pay takes it; the same order is the same bytes. */
export function writeOrder(order: PaymentOrder): string {
  const metadata = Object.entries(order.metadata).map(([name, value]) => [name, plain(value, 100)]);
  return JSON.stringify({
    amount: order.amountPence,
    reference: plain(order.reference, 255),
    description: plain(order.description, 255),
    return_url: order.returnUrl,
    metadata: Object.fromEntries(metadata),
  });
}

/** GOV.UK Pay's firewall turns requests away that hold these characters (P0920). */
function plain(text: string, longest: number): string {
  return [...text.replace(/[<>"\\|]/g, " ")].slice(0, longest).join("");
}
