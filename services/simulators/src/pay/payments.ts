import { createHash, randomBytes } from "node:crypto";
import type { Shelf } from "../shelf.ts";
import { keyReused, PayError } from "./errors.ts";
import type { NewPayment } from "./new-payment.ts";
import { isFinished, type Payment, refundable, type State } from "./payment.ts";

/** The payments of one account. */
export interface Payments {
  /** Oldest first. */
  all(): readonly Payment[];
  find(id: string): Payment | undefined;
  findByToken(token: string): Payment | undefined;
  /** @throws PayError where the key came with something else before */
  create(input: NewPayment, key: string | undefined): Payment;
  /** Move a payment that is not over yet; one that is stays as it is. */
  move(id: string, to: State, code?: string): Payment;
  /** @throws PayError */
  refund(id: string, wanted: { amount: number; available: number }): Payment["refunds"][number];
}

interface Deps {
  readonly shelf: Shelf<Payment>;
  readonly now: () => Date;
  /** Called once for each state that a payment comes to. */
  readonly onState: (payment: Payment) => void;
}

const lifeMs = 90 * 60_000;

export function createPayments({ shelf, now, onState }: Deps): Payments {
  const move = (payment: Payment, to: State, code?: string): Payment => {
    if (isFinished(payment) || payment.state === to) return payment;
    const events = [...payment.events, { state: to, at: now().toISOString() }];
    const moved = { ...payment, state: to, events, ...(code === undefined ? {} : { code }) };
    shelf.put(payment.id, moved);
    onState(moved);
    return moved;
  };
  /** A payment that nobody finished within 90 minutes is over. */
  const aged = (payment: Payment): Payment =>
    now().getTime() - Date.parse(payment.createdAt) >= lifeMs && payment.state !== "submitted"
      ? move(payment, "failed", "P0020")
      : payment;
  const all = () => shelf.values().map(aged);
  const get = (id: string): Payment => {
    const known = shelf.get(id);
    if (!known) throw new Error(`There is no payment ${id}`);
    return aged(known);
  };
  return {
    all,
    find: (id) => (shelf.get(id) ? get(id) : undefined),
    findByToken: (token) => all().find((payment) => payment.token === token),
    create(input, key) {
      const asked = digestOf(input);
      const known = key === undefined ? undefined : all().find((one) => one.key === key);
      if (known && known.asked !== asked) throw keyReused();
      if (known) return known;
      const made = begin(input, { key, asked, at: now().toISOString() });
      shelf.put(made.id, made);
      return made;
    },
    move: (id, to, code) => move(get(id), to, code),
    refund(id, { amount, available }) {
      const payment = get(id);
      if (payment.state !== "success" || amount > refundable(payment))
        throw new PayError(400, { code: "P0603", description: "The payment is not refundable" });
      if (available !== refundable(payment))
        throw new PayError(412, { code: "P0604", description: "Refund amount available mismatch" });
      const refund = { id: newId(), amount, at: now().toISOString() };
      shelf.put(id, { ...payment, refunds: [...payment.refunds, refund] });
      return refund;
    },
  };
}

function begin(
  input: NewPayment,
  { key, asked, at }: { key: string | undefined; asked: string; at: string },
): Payment {
  const { amount, reference, description, return_url: returnUrl, metadata, email } = input;
  return {
    id: newId(),
    token: randomBytes(18).toString("base64url"),
    amount,
    reference,
    description,
    returnUrl,
    metadata,
    ...(email === undefined ? {} : { email }),
    state: "created",
    events: [{ state: "created", at }],
    createdAt: at,
    refunds: [],
    ...(key === undefined ? {} : { key }),
    asked,
  };
}

/** 26 letters and digits, as the real one's ids have. */
function newId(): string {
  return BigInt(`0x${randomBytes(17).toString("hex")}`)
    .toString(36)
    .padStart(26, "0")
    .slice(-26);
}

function digestOf(input: NewPayment): string {
  return createHash("sha256").update(JSON.stringify(input)).digest("base64url");
}
