import type { Exchange } from "@guildhall/contract";
import type { Call } from "./call.ts";
import type { Answer } from "./exchange.ts";

const mostBytes = 4096;
const readable = /^(text\/|application\/(json|xml|problem\+json|[\w.+-]+\+(json|xml))\b)/;

/** The beginning of an answer as text that any store takes; nothing of one that is no text, or that is a credential. */
export function textOf(call: Call, answer: Answer): Pick<Exchange, "response" | "truncated"> {
  const type = answer.headers["content-type"]?.trim().toLowerCase() ?? "";
  if (call.isSecret || answer.body.length === 0 || !readable.test(type)) return {};
  const isLonger = answer.body.length > mostBytes;
  const begins = answer.body.subarray(0, mostBytes);
  // What was cut in the middle of a letter is left out: the decoder waits for the rest of it.
  const text = new TextDecoder().decode(begins, { stream: isLonger });
  const response = withoutCredentials(text.toWellFormed().replaceAll("\0", "\uFFFD"), call);
  return isLonger ? { response, truncated: true } : { response };
}

const removed = "[removed]";
const signedToken = /\beyJ[\w-]{8,}\.[\w-]+(\.[\w-]*)?/g;
const secretField =
  /("?[\w-]*(?:token|secret|password|passwd|api_?key|session_?id)"?\s*[:=]\s*)("[^"]*"?|[^\s,;&<>"]+)/gi;
const secretElement =
  /(<(?:\w+:)?[\w-]*(?:token|secret|password|api_?key|session_?id)\b[^>]*>)[^<]*/gi;
const secretHeader = /auth|key|token|cookie|secret|signature/i;

/** Take out what opens something: tokens, fields with such a name, and what the call itself was let in with. */
function withoutCredentials(text: string, call: Call): string {
  const named = text
    .replace(signedToken, removed)
    .replace(secretElement, `$1${removed}`)
    .replace(secretField, `$1"${removed}"`);
  return shownBy(call.headers ?? {}).reduce(without, withoutSecrets(named, call));
}

/** Take out what lets a call in, as it is and as addresses and XML write it. */
export function withoutSecrets(text: string, { secrets = [] }: Pick<Call, "secrets">): string {
  const long = secrets.filter((secret) => secret.length >= 4);
  return long
    .flatMap((secret) => [secret, asInAddress(secret), asInXml(secret)])
    .reduce(without, text);
}

function without(text: string, shown: string): string {
  return text.replaceAll(shown, removed);
}

function asInAddress(secret: string): string {
  return encodeURIComponent(secret.toWellFormed());
}

function asInXml(secret: string): string {
  return secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** What a call shows of its credentials: the last word of each header that has one. */
function shownBy(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers)
    .filter(([name]) => secretHeader.test(name))
    .map(([, value]) => value.split(/[\s=]+/).at(-1) ?? "")
    .filter((value) => value.length >= 8);
}
