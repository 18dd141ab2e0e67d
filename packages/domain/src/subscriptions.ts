import type { EventType, MessageKind, OutboxKind } from "@guildhall/contract";

/** What each event leaves owed to the outside. Everything the platform does by itself starts here. */
export const subscriptions: Partial<Record<EventType, readonly OutboxKind[]>> = {
  "process.started": ["delivery", "message"],
  "payment.paid": ["delivery", "message"],
  "payment.reminded": ["message"],
  "note.added": ["message"],
  "stage.changed": ["message"],
  "process.ended": ["message"],
};

/** Which of the council's wordings tells the citizen of it. */
export const messageFor: Partial<Record<EventType, MessageKind>> = {
  "process.started": "started",
  "payment.paid": "paid",
  "payment.reminded": "payment-due",
  "note.added": "note-added",
  "stage.changed": "stage-changed",
  "process.ended": "completed",
};
