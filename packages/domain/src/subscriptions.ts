import type { AlarmKind, EventType, MessageKind, OutboxKind } from "@guildhall/contract";

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
  "payment.waived": ["delivery"],
  "wait.ended": ["delivery"],
  "note.added": ["delivery", "message", "webhook"],
  "information.asked": ["message", "webhook"],
  "information.reminded": ["message"],
  "information.answered": ["webhook"],
  "information.over": ["message", "webhook"],
  "information.withdrawn": ["webhook"],
  "task.updated": ["webhook"],
  "task.completed": ["webhook"],
  "stage.changed": ["delivery", "message", "webhook"],
  "process.ended": ["delivery", "message", "webhook"],
  "process.reopened": ["delivery", "message", "webhook"],
  "process.rated": ["webhook"],
  "container.changed": ["delivery"],
  "document.added": ["delivery"],
};

/** Which of the council's wordings tells the citizen of it. */
export const messageFor: Partial<Record<EventType, MessageKind>> = {
  "process.started": "started",
  "payment.paid": "paid",
  "payment.reminded": "payment-due",
  "information.asked": "information-asked",
  "information.reminded": "information-due",
  "information.over": "information-over",
  "note.added": "note-added",
  "stage.changed": "stage-changed",
  "process.ended": "completed",
  "process.reopened": "reopened",
};

/** Which events call a person. */
export const alarmFor: Partial<Record<EventType, AlarmKind>> = {
  "delivery.refused": "delivery-stuck",
  "delivery.held": "delivery-stuck",
};
