import type { MessageKind, MessageWords, ServiceDefinition } from "@guildhall/contract";

/** What is said of a payment where a council has no words of its own: a citizen must know what was paid. */
const ourWords: Partial<Record<MessageKind, MessageWords>> = {
  "payment-due": {
    subject: "Pay ((amount)) to complete your request ((reference))",
    text: "We have your answers, but ((amount)) for “((payment))” was not paid, and no money was taken. Open the link below to pay. We begin once you have paid.\n\nIf you do not pay within a week of when you sent it, we close the request.",
  },
  paid: {
    subject: "We have your payment of ((amount)): ((reference))",
    text: "You paid ((amount)) for “((payment))”. The payment reference is ((paymentReference)). Your reference is ((reference)).\n\n((whatHappensNext))",
  },
};

/** The words of a message: the council's, else ours where there must be some. */
export function wordsFor(
  { messages }: Pick<ServiceDefinition, "messages">,
  kind: MessageKind,
): MessageWords | undefined {
  return messages[kind] ?? ourWords[kind];
}
