import {
  type DisabledReason,
  PublicEventType,
  type Subscription,
  type WebhookDelivery,
} from "@guildhall/contract";
import { Tag } from "@guildhall/ui";

const events: Readonly<Record<PublicEventType, string>> = {
  "process.started": "Somebody sent a request in",
  "stage.changed": "A request reached another stage",
  "process.ended": "A request came to its end",
  "process.reopened": "A resident said that it is not fixed, and it goes on",
  "process.rated": "A resident said how satisfied they are",
  "task.updated": "Somebody said how far a task is",
  "task.completed": "A task was completed",
  "note.added": "A note was added to a request",
  "delivery.accepted": "A back office has taken a request over",
  "delivery.refused": "A back office will not have a request",
  "delivery.held": "A delivery waits for a person to decide",
  "payment.due": "A resident is asked to pay",
  "payment.paid": "What was due is paid",
  "information.asked": "A resident was asked for one more thing",
  "information.answered": "A resident answered what was asked",
  "information.over": "A resident did not answer in time",
  "information.withdrawn": "What a resident was asked is not asked any more",
  "payment.unpaid": "A request was closed because nobody paid",
};

/** What can be told of, in the order of the catalogue, and in words what it means. */
export const eventWords = PublicEventType.options.map((type) => ({ type, words: events[type] }));

export function sayEvent(type: PublicEventType): string {
  return events[type];
}

const reasons: Readonly<Record<DisabledReason, string>> = {
  gone: "Its receiver said that it is gone (410). Nothing is sent to it.",
  failing: "Nothing arrived there for three days. Nothing is sent to it any more.",
  "by-hand": "It was switched off. Nothing is sent to it.",
};

/** Why nothing is sent, where that is so. */
export function sayDisabled({ state, disabledReason }: Subscription): string | undefined {
  return state === "disabled" ? reasons[disabledReason ?? "by-hand"] : undefined;
}

export function WebhookTag({ state }: Pick<Subscription, "state">) {
  return (
    <Tag classes={state === "active" ? "govuk-tag--green" : "govuk-tag--grey"}>
      {state === "active" ? "On" : "Off"}
    </Tag>
  );
}

const deliveryStates: Record<WebhookDelivery["state"], { text: string; colour: string }> = {
  pending: { text: "Waiting", colour: "yellow" },
  queued: { text: "Being sent", colour: "blue" },
  sent: { text: "No answer yet", colour: "blue" },
  accepted: { text: "Arrived", colour: "green" },
  refused: { text: "Refused", colour: "red" },
  held: { text: "Held", colour: "orange" },
  dead: { text: "Given up", colour: "red" },
  handled: { text: "Dealt with", colour: "grey" },
};

export function SentTag({ state }: Pick<WebhookDelivery, "state">) {
  const { text, colour } = deliveryStates[state];
  return <Tag classes={`govuk-tag--${colour}`}>{text}</Tag>;
}

export const signatures = {
  ed25519: "With a key pair (Ed25519): receivers need only the public half",
  hmac: "With a secret that both sides hold (HMAC)",
} as const;
