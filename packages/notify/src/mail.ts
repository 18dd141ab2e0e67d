import { createHash } from "node:crypto";
import { domainToASCII } from "node:url";
import type { Envelope } from "@guildhall/contract";
import MailComposer from "nodemailer/lib/mail-composer";
import { onOneLine } from "./words.ts";

/** A mail as it goes over the wire, and its Message-ID. */
export interface ComposedMail {
  readonly messageId: string;
  readonly bytes: Buffer;
}

/** Write an envelope as a MIME message. The same key has the same Message-ID, so a repeat can be known. */
export async function composeMail(envelope: Envelope, sender: string): Promise<ComposedMail> {
  const messageId = messageIdOf(envelope.key, sender);
  const composer = new MailComposer({
    from: { name: onOneLine(envelope.from.name), address: sender },
    to: { name: "", address: envelope.to },
    subject: onOneLine(envelope.subject),
    messageId,
    text: envelope.text,
    html: envelope.html,
    headers: { ...ofEnvelope(envelope), ...fromMachine },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { messageId, bytes: await composer.compile().build() };
}

/** Nobody is to answer a machine with a machine (RFC 3834). */
const fromMachine = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };

function ofEnvelope({ headers = {} }: Envelope): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, onOneLine(value)]),
  );
}

/** Tell whether a text is one mail address and nothing more: no second one, no name, no line end. */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s\p{C}"(),:;<>@[\\\]]{1,64}@[\p{L}\p{N}.-]{1,253}$/u.test(text) &&
    domainToASCII(text.slice(text.lastIndexOf("@") + 1)) !== ""
  );
}

/** Only a hash of the key goes out: a key may hold anything, and is none of the receiver's business. */
function messageIdOf(key: string, sender: string): string {
  const domain = sender.slice(sender.lastIndexOf("@") + 1);
  return `<${createHash("sha256").update(key).digest("hex").slice(0, 32)}@${domain}>`;
}
