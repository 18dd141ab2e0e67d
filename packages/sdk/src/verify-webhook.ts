/** The headers of a webhook, as `fetch` has them or as Node's `request.headers`. */
export type WebhookHeaders =
  | Headers
  | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface VerifyWebhookOptions {
  /** How old or how far ahead a call may be: five minutes, where left out. */
  readonly toleranceSeconds?: number;
  /** The time of now in milliseconds. */
  readonly now?: number;
}

/** The call is not one that the keys' holder made just now: answer 401 and do nothing. */
export class WebhookRefused extends Error {
  readonly reason: "header" | "time" | "signature";

  constructor(reason: WebhookRefused["reason"]) {
    super(`The webhook is refused: ${reason}`);
    this.name = "WebhookRefused";
    this.reason = reason;
  }
}

/**
 * Prove that a webhook comes from the platform (Standard Webhooks), and give its id.
 *
 * `body` is what was received, byte for byte: JSON that was read and written again may differ. `keys` are the
 * subscription's public keys (`whpk_…`) or its secret (`whsec_…`). The id is the same when a call is made again, so
 * remember the ids that you have dealt with.
 *
 * @throws WebhookRefused
 */
export async function verifyWebhook(
  headers: WebhookHeaders,
  body: string | Uint8Array,
  keys: readonly string[],
  { toleranceSeconds = 300, now = Date.now() }: VerifyWebhookOptions = {},
): Promise<{ readonly id: string; readonly at: Date }> {
  const id = headerOf(headers, "webhook-id");
  const timestamp = headerOf(headers, "webhook-timestamp");
  const signatures = headerOf(headers, "webhook-signature").split(" ");
  if (!/^\d{1,12}$/.test(timestamp) || id.includes(".")) throw new WebhookRefused("header");
  const at = new Date(Number(timestamp) * 1000);
  // Said so that a tolerance which is no number tolerates nothing.
  const isRecent = Math.abs(now - at.getTime()) <= toleranceSeconds * 1000;
  if (!isRecent) throw new WebhookRefused("time");
  const signed = signedBytes(`${id}.${timestamp}.`, body);
  for (const key of keys)
    for (const signature of signatures.slice(0, mostSignatures))
      if (await isSigned(key, signature, signed)) return { id, at };
  throw new WebhookRefused("signature");
}

const mostSignatures = 10;

function headerOf(headers: WebhookHeaders, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  if (typeof value !== "string" || value === "") throw new WebhookRefused("header");
  return value;
}

type Bytes = Uint8Array<ArrayBuffer>;

function signedBytes(prefix: string, body: string | Uint8Array): Bytes {
  const encoder = new TextEncoder();
  const [before, after] = [
    encoder.encode(prefix),
    typeof body === "string" ? encoder.encode(body) : body,
  ];
  const bytes = new Uint8Array(before.length + after.length);
  bytes.set(before);
  bytes.set(after, before.length);
  return bytes;
}

/** A key proves only signatures of its own kind, so that nobody can use a public key as a secret. */
async function isSigned(key: string, signature: string, signed: Bytes): Promise<boolean> {
  const [version, text = ""] = signature.split(",");
  const kind = Object.values(kinds).find((one) => key.startsWith(one.prefix));
  if (!kind) throw new RangeError("A key of a webhook begins with whpk_ or whsec_");
  const proof = version === kind.version ? bytesOf(text) : undefined;
  if (!proof) return false;
  const bytes = bytesOf(key.slice(kind.prefix.length)) ?? new Uint8Array();
  const imported = await crypto.subtle.importKey("raw", bytes, kind.algorithm, false, ["verify"]);
  return crypto.subtle.verify(kind.algorithm.name, imported, proof, signed);
}

const kinds = {
  public: { prefix: "whpk_", version: "v1a", algorithm: { name: "Ed25519" } },
  secret: { prefix: "whsec_", version: "v1", algorithm: { name: "HMAC", hash: "SHA-256" } },
} as const;

function bytesOf(base64: string): Bytes | undefined {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
