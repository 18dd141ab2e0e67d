import type { Sender, SendOutcome } from "@guildhall/contract";
import { z } from "zod";
import type { Call } from "../http/call.ts";
import type { Answer } from "../http/exchange.ts";
import type { GuardedRequest } from "../http/guard.ts";
import { GuardFault } from "../http/guard-fault.ts";
import { contentOf, type NotifySettings, type NotifyType } from "./content.ts";
import { type NotifyKey, signToken } from "./token.ts";

export interface NotifyOptions {
  readonly address: string;
  readonly key: NotifyKey;
  readonly settings: NotifySettings;
  readonly request: GuardedRequest;
  readonly now: () => number;
}

/**
 * Have GOV.UK Notify post letters, and send texts and e-mails.
 *
 * It sends twice what it is given twice. So it is asked first whether it has a message of this key, at every attempt:
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
      const content = contentOf(envelope, options.settings);
      if (!content) return { outcome: "refused", code: "template-missing" };
      const { type, template, body: said } = content;
      const search = new URLSearchParams({ template_type: type, reference: envelope.key });
      const body = JSON.stringify({ template_id: template, reference: envelope.key, ...said });
      return orRetry(async () => {
        const found = await ask({ method: "GET", url: `${root}?${search}` }, signal);
        const known = readSearch(found, type);
        if (known) return known;
        return readSent(await ask({ method: "POST", url: `${root}/${type}`, body }, signal), type);
      });
    },
  };
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

const Sent = z.object({ id: z.string().min(1).max(100) });
const Found = z.object({ notifications: z.array(Sent.extend({ status: z.string() })) });

/**
 * What it has of this key already, or why it does not say; undefined where it has none.
 *
 * A letter that it cancelled or could not print is none. A text or an e-mail that it had went out, whatever came of it.
 */
function readSearch(answer: Answer, type: NotifyType): SendOutcome | undefined {
  if (answer.status !== 200) return setback(answer, type);
  const read = Found.safeParse(parsed(answer.body));
  if (!read.success) return { outcome: "retry", code: "notify-unreadable" };
  const isNone = (status: string) => type === "letter" && unprinted.has(status);
  const kept = read.data.notifications.find(({ status }) => !isNone(status));
  return kept && { outcome: "sent", reference: kept.id };
}

const unprinted: ReadonlySet<string> = new Set([
  "cancelled",
  "technical-failure",
  "permanent-failure",
  "validation-failed",
]);

/** What it took is taken, also where its answer cannot be read: the next attempt asks what it is called. */
function readSent(answer: Answer, type: NotifyType): SendOutcome {
  if (answer.status !== 201) return setback(answer, type);
  const read = Sent.safeParse(parsed(answer.body));
  return read.success
    ? { outcome: "sent", reference: read.data.id }
    : { outcome: "retry", code: "notify-unreadable" };
}

/** What it says of the message stays so; what it says of us, or of its load, is tried again. */
function setback({ status }: Answer, type: NotifyType): SendOutcome {
  if (status === 400 || status === 413 || status === 422)
    return { outcome: "refused", code: `${type}-unacceptable` };
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
