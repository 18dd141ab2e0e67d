import { z } from "zod";
import { Id, Instant, QuestionId, Slug } from "./id.ts";
import { text } from "./text.ts";

/** In pence: the same for all, or by the option that answers a question; 0 is nothing to pay. */
export const Amount = z.union([
  z.int().min(1).max(10_000_000),
  z.strictObject({
    answer: QuestionId,
    pence: z.record(Slug, z.int().min(0).max(10_000_000)),
  }),
]);
export type Amount = z.infer<typeof Amount>;

/** What a service costs, who has to pay it, and when. */
export const Charge = z
  .strictObject({
    /** What is paid for, as the citizen and the council's ledger read it. */
    title: text(200, 1),
    /** The id of a condition of the form; without it everybody pays. */
    when: Slug.optional(),
    amount: Amount,
  })
  .meta({ id: "Charge" });
export type Charge = z.infer<typeof Charge>;

/** `new` is not known to the provider yet; `paid`, `failed`, `cancelled` and `expired` are how it can end. */
export const PaymentStatus = z.enum([
  "new",
  "created",
  "started",
  "submitted",
  "paid",
  "failed",
  "cancelled",
  "expired",
]);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

/** One attempt to pay. Card details never come near it. */
export const Payment = z
  .object({
    id: Id,
    process: Id,
    title: z.string(),
    status: PaymentStatus,
    amountPence: z.int(),
    createdAt: Instant,
    endedAt: Instant.optional(),
    /** What the provider calls it. */
    reference: z.string().optional(),
    /** Where the citizen pays, as long as that is possible. */
    nextUrl: z.url().optional(),
  })
  .meta({ id: "Payment" });
export type Payment = z.infer<typeof Payment>;

/** The payment of a process as anyone with its reference may see it. */
export const PaymentSummary = Payment.pick({ title: true, status: true, amountPence: true }).meta({
  id: "PaymentSummary",
});
export type PaymentSummary = z.infer<typeof PaymentSummary>;

/** A wish to pay; the provider sends the citizen back to `returnUrl`, which only an API key may name, or else to the portal. */
export const NewPayment = z
  .strictObject({
    returnUrl: z
      .url({ protocol: /^https$/ })
      .max(2000)
      .optional(),
  })
  .meta({ id: "NewPayment" });
export type NewPayment = z.infer<typeof NewPayment>;

/** What a provider is asked to take. It is the same at every attempt, so that the key can tell a repeat. */
export interface PaymentOrder {
  readonly key: string;
  readonly amountPence: number;
  /** Our public reference: what the council's ledger is searched by. Several payments may have the same. */
  readonly reference: string;
  readonly description: string;
  readonly returnUrl: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A payment as its provider has it now. */
export interface SeenPayment {
  readonly reference: string;
  readonly status: Exclude<PaymentStatus, "new">;
  readonly amountPence: number;
  readonly nextUrl?: string;
  readonly code?: string;
}

/** What a provider answered; a code is one of ours or of the provider's, never its text. */
export type PaymentAnswer =
  | { readonly outcome: "seen"; readonly payment: SeenPayment }
  /** The key came with another order before: there is a payment that nobody was ever sent to. */
  | { readonly outcome: "conflict"; readonly code: string }
  /** Asking again does not help until a person has changed something. */
  | { readonly outcome: "refused"; readonly code: string }
  | { readonly outcome: "retry"; readonly code: string };

/** What a webhook was about, once its signature is known to be good; nothing of it is believed. */
export interface PaymentNotice {
  readonly reference?: string;
}

/** Where citizens pay: one account at one provider. None of the calls throws for what the other side does. */
export interface PaymentProvider {
  create(order: PaymentOrder, signal: AbortSignal): Promise<PaymentAnswer>;
  read(reference: string, signal: AbortSignal): Promise<PaymentAnswer>;
  /** Let nobody pay it any more, and tell what it is then: it may have been paid just before. */
  cancel(reference: string, signal: AbortSignal): Promise<PaymentAnswer>;
  /** Read a webhook by its raw body; undefined when the signature is not the provider's. */
  hear(body: Uint8Array, signature: string | undefined): PaymentNotice | undefined;
}
