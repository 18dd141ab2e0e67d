import type {
  PaymentAnswer,
  PaymentNotice,
  PaymentOrder,
  PaymentProvider,
  SeenPayment,
  Step,
} from "@guildhall/contract";

/** A task, then £65.00 for a home and nothing for a pub, then the delivery and a second task. */
export const payingSteps: Step[] = [
  { id: "read", kind: "task", title: "Read it" },
  {
    id: "pay",
    kind: "payment",
    connector: "pay",
    title: "Noise visit",
    amount: { answer: "noiseSource", pence: { home: 6500, pub: 0 } },
    fundCode: "EH40",
  },
  { id: "tell-team", kind: "deliver", mapping: "case" },
  { id: "look", kind: "task", title: "Look into it", dueWorkingDays: 1 },
];

/** A payment provider that keeps what it is asked for by its key, and answers otherwise when told to. */
export class FakePay implements PaymentProvider {
  /** What it was asked to create, each attempt. */
  readonly orders: PaymentOrder[] = [];
  readonly #payments = new Map<string, SeenPayment>();
  readonly #keys = new Map<string, { body: string; reference: string }>();
  /** What it answers instead, once for each. A `retry` to a creation loses the answer of one that was made. */
  readonly instead: PaymentAnswer[] = [];

  async create(order: PaymentOrder): Promise<PaymentAnswer> {
    this.orders.push(order);
    const body = JSON.stringify(order);
    const known = this.#keys.get(order.key);
    if (known && known.body !== body) return { outcome: "conflict", code: "P0191" };
    const reference = known?.reference ?? `GP-${this.#payments.size + 1}`;
    if (!known) this.#make(reference, order);
    this.#keys.set(order.key, { body, reference });
    return this.#answer(reference);
  }

  async read(reference: string): Promise<PaymentAnswer> {
    return this.#answer(reference);
  }

  async cancel(reference: string): Promise<PaymentAnswer> {
    this.become(reference, "cancelled");
    return this.#answer(reference);
  }

  hear(body: Uint8Array, signature: string | undefined): PaymentNotice | undefined {
    const reference = Buffer.from(body).toString();
    if (signature !== "good") return undefined;
    return this.#payments.has(reference) ? { reference } : {};
  }

  /** What its citizen, or time, has made of a payment; one that is over stays as it is. */
  become(
    reference: string,
    status: SeenPayment["status"],
    changed: Partial<SeenPayment> = {},
  ): void {
    const payment = this.#payments.get(reference);
    if (!payment?.nextUrl) return;
    const { nextUrl, ...rest } = payment;
    const open = status === "created" || status === "started";
    this.#payments.set(reference, { ...rest, ...(open ? { nextUrl } : {}), ...changed, status });
  }

  #make(reference: string, { amountPence }: PaymentOrder): void {
    const nextUrl = `https://card.example/${reference}`;
    this.#payments.set(reference, { reference, status: "created", amountPence, nextUrl });
  }

  #answer(reference: string): PaymentAnswer {
    const payment = this.#payments.get(reference);
    const instead = this.instead.shift();
    if (instead) return instead;
    return payment ? { outcome: "seen", payment } : { outcome: "refused", code: "P0200" };
  }
}
