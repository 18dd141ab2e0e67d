import type { EventType, MessageKind, OutboxKind } from "@guildhall/contract";

/** What each event leaves owed to the outside. Everything the platform does by itself starts here. */
export const subscriptions: Partial<Record<EventType, readonly OutboxKind[]>> = {
  "process.started": ["delivery", "message", "webhook"],
  "delivery.accepted": ["webhook"],
  "delivery.refused": ["webhook"],
  "delivery.held": ["webhook"],
  "payment.due": ["webhook"],
  "payment.paid": ["delivery", "message", "webhook"],
  "payment.unpaid": ["webhook"],
  "payment.reminded": ["message"],
  "note.added": ["message", "webhook"],
  "task.updated": ["webhook"],
  "task.completed": ["webhook"],
  "stage.changed": ["message", "webhook"],
  "process.ended": ["message", "webhook"],
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
