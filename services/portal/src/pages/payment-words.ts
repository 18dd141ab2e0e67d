import type { PaymentStatus } from "@guildhall/contract";

/** What a citizen reads of a payment that is not made. */
export interface PaymentWords {
  readonly title: string;
  readonly text: string;
}

/** What each state of a payment means, in plain words. */
export const paymentWords: Readonly<Record<Exclude<PaymentStatus, "paid">, PaymentWords>> = {
  new: {
    title: "You have not paid yet",
    text: "We have your answers. We begin once you have paid.",
  },
  created: {
    title: "You have not paid yet",
    text: "We have your answers. We begin once you have paid.",
  },
  started: {
    title: "You have not finished paying",
    text: "No money has been taken. You can go on where you left.",
  },
  submitted: {
    title: "We are waiting for your bank",
    text: "Your bank has not confirmed the payment yet. Do not pay again. If you gave us your email address, we write to you when we know.",
  },
  failed: {
    title: "Your payment was not accepted",
    text: "No money was taken. Check with your bank, or try another card.",
  },
  cancelled: {
    title: "The payment was cancelled",
    text: "No money was taken. We have your answers, and begin once you have paid.",
  },
  expired: {
    title: "The payment ran out of time",
    text: "No money was taken. A payment has to be finished within 90 minutes. We have your answers, and begin once you have paid.",
  },
};
