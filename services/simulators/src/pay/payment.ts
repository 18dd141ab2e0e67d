import { z } from "zod";

export const State = z.enum([
  "created",
  "started",
  "submitted",
  "success",
  "failed",
  "cancelled",
  "error",
]);
export type State = z.infer<typeof State>;

/** A payment as this simulator keeps it. There is no card in it: test cards have names, not numbers. */
export const Payment = z.object({
  id: z.string(),
  /** What opens the page where it is paid. */
  token: z.string(),
  amount: z.int(),
  reference: z.string(),
  description: z.string(),
  returnUrl: z.string(),
  metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  email: z.string().optional(),
  state: State,
  code: z.string().optional(),
  events: z.array(z.object({ state: State, at: z.iso.datetime() })),
  createdAt: z.iso.datetime(),
  refunds: z.array(z.object({ id: z.string(), amount: z.int(), at: z.iso.datetime() })),
  /** The Idempotency-Key that it was made under, and what was asked, as a digest. */
  key: z.string().optional(),
  asked: z.string(),
});
export type Payment = z.infer<typeof Payment>;

const finished: readonly State[] = ["success", "failed", "cancelled", "error"];

export function isFinished({ state }: Pick<Payment, "state">): boolean {
  return finished.includes(state);
}

/** What is left to refund. */
export function refundable({ state, amount, refunds }: Payment): number {
  return state === "success" ? refunds.reduce((left, refund) => left - refund.amount, amount) : 0;
}

/** What the codes of a payment that came to nothing mean. */
export const failures: Readonly<Record<string, string>> = {
  P0010: "Payment method rejected",
  P0020: "Payment expired",
  P0030: "Payment was cancelled by the user",
  P0040: "Payment was cancelled by the service",
  P0050: "Payment provider returned an error",
};
