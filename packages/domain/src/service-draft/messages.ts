import { placeholdersFor } from "@guildhall/builder";
import {
  type DraftDefinition,
  type DraftMessage,
  MessageKind,
  type MessageWords,
} from "@guildhall/contract";
import { type Context, requireScope } from "../context.ts";
import { wordsFor } from "../message/words-for.ts";
import { reachServiceDraft } from "./reach.ts";

/** What a message is called, and when it is sent. */
const occasions: Readonly<Record<MessageKind, readonly [title: string, occasion: string]>> = {
  started: ["We have your form", "Sent as soon as somebody has sent the form."],
  "payment-due": [
    "You still have to pay",
    "Sent once to whoever has not paid an hour and a half after sending the form.",
  ],
  paid: ["We have your payment", "Sent as soon as a payment has arrived."],
  "note-added": [
    "Somebody has written to you",
    "Sent when an officer or a back office writes a note that the person may see.",
  ],
  "stage-changed": ["It has moved on", "Sent each time the request gets to another stage."],
  completed: ["It is finished", "Sent when the request has come to its end."],
  reopened: ["It is taken up again", "Sent when a request that had ended is worked on again."],
  "information-asked": [
    "We need one more thing",
    "Sent when an officer or a back office asks the person for what is missing or wrong.",
  ],
  "information-due": [
    "We still need one more thing",
    "Sent once, before the day until which the person can answer.",
  ],
  "information-over": [
    "The time to answer is over",
    "Sent when the day has passed until which the person could answer.",
  ],
};

/**
 * List what people are told by a service in the making, on each occasion, and in whose words.
 *
 * @throws Problem `not-found`
 */
export async function listDraftMessages(
  ctx: Context,
  service: string,
): Promise<{ data: DraftMessage[] }> {
  requireScope(ctx, "services:read");
  const { definition } = await reachServiceDraft(ctx.db, service);
  return { data: MessageKind.options.map((kind) => presentMessage(definition, kind)) };
}

function presentMessage(definition: DraftDefinition, kind: MessageKind): DraftMessage {
  const [title, occasion] = occasions[kind];
  const { messages = {} } = definition;
  const own = messages[kind];
  const words = wordsFor({ messages }, kind);
  const welsh = own && welshOf(definition, kind, own);
  return {
    kind,
    title,
    occasion,
    whose: own ? "own" : words ? "platform" : "none",
    ...(words ? { words } : {}),
    ...(welsh ? { welsh } : {}),
    placeholders: placeholdersFor(kind).map(({ name, title: said }) => ({ name, title: said })),
  };
}

function welshOf(
  { welsh = {} }: DraftDefinition,
  kind: MessageKind,
  english: MessageWords,
): DraftMessage["welsh"] {
  const subject = welsh[`messages.${kind}.subject`];
  const text = welsh[`messages.${kind}.text`];
  const sms = welsh[`messages.${kind}.sms`];
  if (!subject && !text && !sms) return undefined;
  return {
    ...(subject ? { subject: subject.text } : {}),
    ...(text ? { text: text.text } : {}),
    ...(sms ? { sms: sms.text } : {}),
    isOutdated:
      (subject?.of ?? english.subject) !== english.subject ||
      (text?.of ?? english.text) !== english.text ||
      (sms?.of ?? english.sms) !== english.sms,
  };
}
