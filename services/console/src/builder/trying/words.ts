import type { DryRunFault, DryRunStep, MessageKind } from "@guildhall/contract";

interface FaultWords {
  readonly title: string;
  /** What should happen then. */
  readonly promise: string;
}

/** What can go wrong on purpose, and what should come of it. */
export const faultWords: Readonly<Record<DryRunFault, FaultWords>> = {
  slow: {
    title: "The back office answers slowly",
    promise: "We wait for it. Nothing is lost, and nothing is sent twice.",
  },
  refused: {
    title: "The back office refuses it",
    promise: "It waits for one of your colleagues, and is not sent again by itself.",
  },
  "lost-reply": {
    title: "The back office takes it, but its answer gets lost",
    promise:
      "We ask whether it has the case before anything is sent again, so there are never two.",
  },
  "duplicate-callback": {
    title: "The back office tells us everything twice",
    promise: "The person hears of everything once.",
  },
  "unknown-status": {
    title: "An officer chooses a status that nobody has explained",
    promise: "The person is told nothing wrong, and one of your colleagues is asked what it means.",
  },
};

/** The stations of the way round. */
const stationWords: Readonly<Record<DryRunStep["step"], string>> = {
  form: "The form is sent",
  fault: "What goes wrong on purpose",
  payment: "The payment",
  document: "The document is written",
  schema: "The document is checked",
  delivery: "The back office takes it",
  "look-up": "The back office finds it again",
  note: "An officer writes a note",
  status: "An officer moves it on",
  completion: "An officer completes it",
  wait: "Time passes",
  messages: "What the person is written",
};

/** What a message is called. */
export const messageWords: Readonly<Record<MessageKind, string>> = {
  started: "We have your form",
  "payment-due": "You still have to pay",
  paid: "We have your payment",
  "note-added": "Somebody has written to you",
  "stage-changed": "It has moved on",
  completed: "It is finished",
  reopened: "It is taken up again",
  "information-asked": "We need one more thing",
  "information-due": "We still need one more thing",
  "information-over": "The time to answer is over",
};

/** Where a case can end. */
export const endWords = {
  accepted: "The back office takes it",
  held: "It is kept for one of your colleagues to look at",
  refused: "The back office refuses it",
} as const;

/** What a station is called, a later kind too. */
export function stationTitle(step: string): string {
  return Object.hasOwn(stationWords, step) ? stationWords[step as DryRunStep["step"]] : step;
}

/** What a message is called, a later kind too. */
export function messageTitle(kind: string): string {
  return Object.hasOwn(messageWords, kind) ? messageWords[kind as MessageKind] : kind;
}
