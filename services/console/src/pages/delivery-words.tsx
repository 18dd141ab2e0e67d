import type { Delivery, DeliveryState } from "@guildhall/contract";
import { Tag } from "@guildhall/ui";

const states: Record<DeliveryState, { text: string; colour: string }> = {
  pending: { text: "Waiting to be sent", colour: "yellow" },
  queued: { text: "About to be sent", colour: "blue" },
  sent: { text: "Sent, no answer yet", colour: "blue" },
  accepted: { text: "Accepted", colour: "green" },
  refused: { text: "Refused", colour: "red" },
  held: { text: "For you to decide", colour: "orange" },
  dead: { text: "Given up", colour: "red" },
  handled: { text: "Dealt with by hand", colour: "grey" },
};

export function StateTag({ state }: { state: DeliveryState }) {
  const { text, colour } = states[state];
  return <Tag classes={`govuk-tag--${colour}`}>{text}</Tag>;
}

/** What a delivery's state is called. */
export function sayState(state: DeliveryState): string {
  return states[state].text;
}

/** What can be looked for: every state with its name. */
export const stateItems = Object.entries(states).map(([value, { text }]) => ({
  value,
  content: text,
}));

const operations: Record<Delivery["operation"], string> = {
  create: "The case",
  note: "A note",
  attach: "A document",
  update: "A change of the case",
};

export function sayOperation(operation: Delivery["operation"]): string {
  return operations[operation];
}

export const outcomeWords = {
  accepted: "It was accepted",
  refused: "It was refused",
  retry: "It came to nothing, and is tried again",
  ambiguous: "Nobody knows whether it arrived",
} as const;

/** Whether a delivery waits for a person. */
export function isStuck(state: DeliveryState): boolean {
  return state === "refused" || state === "held" || state === "dead";
}

export const number = new Intl.NumberFormat("en-GB");

/** So many deliveries, in words. */
export function sayCount(count: number): string {
  return count === 1 ? "1 delivery" : `${number.format(count)} deliveries`;
}
