import type { Envelope } from "@guildhall/contract";
import { z } from "zod";

/** Templates of an account hold nothing but placeholders: the words are the service's. */
export const NotifySettings = z
  .strictObject({
    /** The id of a letter template with the heading `((heading))` and the text `((text))`. */
    letterTemplate: z.uuid(),
    /** Of a text message template with the text `((text))`. */
    smsTemplate: z.uuid(),
    /** Whom a text is from, where it is not the account's usual sender. */
    smsSender: z.uuid(),
    /** Of an e-mail template with the subject `((subject))` and the text `((text))`. */
    emailTemplate: z.uuid(),
    /** Where answers to an e-mail go, where it is not the account's usual address. */
    emailReplyTo: z.uuid(),
  })
  .partial()
  .refine(
    ({ letterTemplate, smsTemplate, emailTemplate }) =>
      letterTemplate ?? smsTemplate ?? emailTemplate,
    "There is no template",
  );
export type NotifySettings = z.infer<typeof NotifySettings>;

/** What Notify calls what it sends. */
export type NotifyType = "letter" | "sms" | "email";

/** A message as Notify takes it. */
export interface Content {
  readonly type: NotifyType;
  readonly template: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Write a message for Notify; undefined where the account has no template for its kind. */
export function contentOf(envelope: Envelope, settings: NotifySettings): Content | undefined {
  if (envelope.postTo !== undefined) return letterOf(envelope, envelope.postTo, settings);
  if (envelope.textTo !== undefined) return smsOf(envelope, envelope.textTo, settings);
  return emailOf(envelope, settings);
}

function letterOf(
  { subject: heading, text }: Envelope,
  postTo: readonly string[],
  { letterTemplate: template }: NotifySettings,
): Content | undefined {
  const personalisation = { ...linesOf(postTo), heading, text };
  return template === undefined
    ? undefined
    : { type: "letter", template, body: { personalisation } };
}

/** Seven lines at most, of which the last is the postcode. */
function linesOf(postTo: readonly string[]): Record<string, string> {
  const lines = postTo.length > 7 ? [...postTo.slice(0, 6), postTo.at(-1) ?? ""] : postTo;
  return Object.fromEntries(lines.map((line, at) => [`address_line_${at + 1}`, line]));
}

function smsOf(
  { text }: Envelope,
  phone: string,
  { smsTemplate: template, smsSender }: NotifySettings,
): Content | undefined {
  const body = {
    phone_number: phone,
    personalisation: { text },
    ...(smsSender === undefined ? {} : { sms_sender_id: smsSender }),
  };
  return template === undefined ? undefined : { type: "sms", template, body };
}

/** Notify reads links in what it fills in: one that hides its address behind a word is taken apart. */
function emailOf(
  { to, subject, text, headers }: Envelope,
  { emailTemplate: template, emailReplyTo }: NotifySettings,
): Content | undefined {
  const stop = /^<(https:[^>]+)>$/.exec(headers?.["List-Unsubscribe"] ?? "")?.[1];
  const body = {
    email_address: to,
    personalisation: { subject, text: text.replaceAll("](", "] (") },
    ...(emailReplyTo === undefined ? {} : { email_reply_to_id: emailReplyTo }),
    ...(stop === undefined ? {} : { one_click_unsubscribe_url: stop }),
  };
  return template === undefined ? undefined : { type: "email", template, body };
}
