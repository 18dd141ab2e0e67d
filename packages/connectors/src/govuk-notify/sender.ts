import type { Envelope, Sender, SendOutcome } from "@guildhall/contract";
import { z } from "zod";
import type { Call } from "../http/call.ts";
import type { Answer } from "../http/exchange.ts";
import type { GuardedRequest } from "../http/guard.ts";
import { GuardFault } from "../http/guard-fault.ts";
import { type NotifyKey, signToken } from "./token.ts";

export const NotifySettings = z.strictObject({
  /** The id of a letter template with the heading `((heading))` and the text `((text))`. */
  letterTemplate: z.uuid(),
});
export type NotifySettings = z.infer<typeof NotifySettings>;

export interface NotifyOptions {
  readonly address: string;
  readonly key: NotifyKey;
  readonly settings: NotifySettings;
  readonly request: GuardedRequest;
  readonly now: () => number;
}

/**
 * Have GOV.UK Notify print and post letters.
 *
 * It prints twice what it is given twice. So it is asked first whether it has a letter of this key, at every attempt:
 * an answer that was lost does no harm then.
 */
export function createGovukNotify(options: NotifyOptions): Sender {
  const root = `${options.address.replace(/\/+$/, "")}/v2/notifications`;
  const ask = (call: Omit<Call, "headers">, signal: AbortSignal) => {
    const token = signToken(options.key, options.now());
    const headers = {
      accept: "application/json",
      authorization: `Bearer ${token}`,
      ...(call.body === undefined ? {} : { "content-type": "application/json" }),
    };
    return options.request({ ...call, headers }, signal);
  };
  return {
    canTellRepeats: true,
    async send(envelope, signal) {
      if (envelope.postTo === undefined) return { outcome: "refused", code: "address-missing" };
      const search = new URLSearchParams({ template_type: "letter", reference: envelope.key });
      const body = JSON.stringify(letterOf(envelope, options.settings));
      return orRetry(async () => {
        const known = readSearch(await ask({ method: "GET", url: `${root}?${search}` }, signal));
        if (known) return known;
        return readSent(await ask({ method: "POST", url: `${root}/letter`, body }, signal));
      });
    },
  };
}

function letterOf(
  { key: reference, postTo = [], subject: heading, text }: Envelope,
  { letterTemplate }: NotifySettings,
) {
  const personalisation = { ...linesOf(postTo), heading, text };
  return { template_id: letterTemplate, reference, personalisation };
}

/** A call that could not be made, or came to no answer, is made again: it is asked first what became of it. */
async function orRetry(call: () => Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof GuardFault) return { outcome: "retry", code: error.code };
    throw error;
  }
}

/** Seven lines at most, of which the last is the postcode. */
function linesOf(postTo: readonly string[]): Record<string, string> {
  const lines = postTo.length > 7 ? [...postTo.slice(0, 6), postTo.at(-1) ?? ""] : postTo;
  return Object.fromEntries(lines.map((line, at) => [`address_line_${at + 1}`, line]));
}

const Sent = z.object({ id: z.string().min(1).max(100) });
const Found = z.object({ notifications: z.array(Sent.extend({ status: z.string() })) });

/** What it has of this key already, or why it does not say; undefined where it has none, and one that it cancelled or could not print is none. */
function readSearch(answer: Answer): SendOutcome | undefined {
  if (answer.status !== 200) return setback(answer);
  const read = Found.safeParse(parsed(answer.body));
  if (!read.success) return { outcome: "retry", code: "notify-unreadable" };
  const kept = read.data.notifications.find(({ status }) => !ends.has(status));
  return kept && { outcome: "sent", reference: kept.id };
}

const ends: ReadonlySet<string> = new Set([
  "cancelled",
  "technical-failure",
  "permanent-failure",
  "validation-failed",
]);

/** What it took is taken, also where its answer cannot be read: the next attempt asks what it is called. */
function readSent(answer: Answer): SendOutcome {
  if (answer.status !== 201) return setback(answer);
  const read = Sent.safeParse(parsed(answer.body));
  return read.success
    ? { outcome: "sent", reference: read.data.id }
    : { outcome: "retry", code: "notify-unreadable" };
}

/** What it says of the letter stays so; what it says of us, or of its load, is tried again. */
function setback({ status }: Answer): SendOutcome {
  if (status === 400 || status === 413 || status === 422)
    return { outcome: "refused", code: "letter-unacceptable" };
  if (status === 401 || status === 403) return { outcome: "retry", code: "notify-auth" };
  if (status === 429) return { outcome: "retry", code: "notify-limit" };
  return { outcome: "retry", code: "notify-unavailable" };
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}
