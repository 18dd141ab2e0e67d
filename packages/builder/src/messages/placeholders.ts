import type { MessageKind } from "@guildhall/contract";

/** Something that stands in a message as `((name))`, and what is put there. */
export interface Placeholder {
  readonly name: string;
  /** What is put there, as the author of a message reads it. */
  readonly title: string;
  /** The messages that have something to put there; all of them where it is left out. */
  readonly kinds?: readonly MessageKind[];
}

const ofNotes = { kinds: ["note-added"] } as const;
const ofPayments = { kinds: ["payment-due", "paid"] } as const;
const ofInformation = {
  kinds: ["information-asked", "information-due", "information-over"],
} as const;

/** All that a message may be filled with, what is needed most first. */
export const placeholders: readonly Placeholder[] = [
  { name: "reference", title: "The reference number" },
  { name: "name", title: "The name of the person" },
  { name: "serviceTitle", title: "The name of the service" },
  { name: "councilName", title: "The name of the council" },
  { name: "stage", title: "The stage it is at" },
  { name: "status", title: "What that stage means" },
  { name: "outcome", title: "How it ended", kinds: ["completed"] },
  { name: "whatHappensNext", title: "What happens next" },
  { name: "target", title: "When they will hear from you" },
  { name: "note", title: "What the officer wrote", ...ofNotes },
  { name: "author", title: "Who wrote the note", ...ofNotes },
  { name: "asked", title: "What you ask them for", ...ofInformation },
  { name: "reason", title: "Why you ask them", ...ofInformation },
  { name: "answerBy", title: "The last day to answer on", ...ofInformation },
  { name: "amount", title: "How much it costs", ...ofPayments },
  { name: "payment", title: "What is paid for", ...ofPayments },
  { name: "paymentReference", title: "The reference of the payment", kinds: ["paid"] },
];

/** What has something to say in a message of this kind. */
export function placeholdersFor(kind: MessageKind): readonly Placeholder[] {
  return placeholders.filter(({ kinds }) => kinds === undefined || kinds.includes(kind));
}
