import type { Language, MessageKind, MessageWords, ServiceDefinition } from "@guildhall/contract";
import { reopenedWords } from "../ending/message-words.ts";
import { informationWords } from "../information/words.ts";

/** What is said of a payment where a council has no words of its own: a citizen must know what was paid. */
const english: Partial<Record<MessageKind, MessageWords>> = {
  "payment-due": {
    subject: "Pay ((amount)) to complete your request ((reference))",
    text: "We have your answers, but ((amount)) for “((payment))” was not paid, and no money was taken. Open the link below to pay. We begin once you have paid.\n\nIf you do not pay within a week of when you sent it, we close the request.",
  },
  paid: {
    subject: "We have your payment of ((amount)): ((reference))",
    text: "You paid ((amount)) for “((payment))”. The payment reference is ((paymentReference)). Your reference is ((reference)).\n\n((whatHappensNext))",
  },
};

const welsh: typeof english = {
  "payment-due": {
    subject: "Talwch ((amount)) i gwblhau eich cais ((reference))",
    text: "Mae eich atebion gennym, ond ni thalwyd ((amount)) am “((payment))”, ac ni chymerwyd unrhyw arian. Agorwch y ddolen isod i dalu. Byddwn yn dechrau ar ôl i chi dalu.\n\nOs na fyddwch yn talu o fewn wythnos i’w anfon, byddwn yn cau’r cais.",
  },
  paid: {
    subject: "Mae eich taliad o ((amount)) gennym: ((reference))",
    text: "Rydych wedi talu ((amount)) am “((payment))”. Cyfeirnod y taliad yw ((paymentReference)). Eich cyfeirnod yw ((reference)).\n\n((whatHappensNext))",
  },
};

const ourWords: Readonly<Record<Language, typeof english>> = {
  en: { ...english, ...informationWords.en, ...reopenedWords.en },
  cy: { ...welsh, ...informationWords.cy, ...reopenedWords.cy },
};

/** The words of a message: the council's, else ours where there must be some. */
export function wordsFor(
  { messages }: Pick<ServiceDefinition, "messages">,
  kind: MessageKind,
  language: Language = "en",
): MessageWords | undefined {
  return messages[kind] ?? ourWords[language][kind];
}
