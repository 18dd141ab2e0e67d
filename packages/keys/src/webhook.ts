import { sign, verify } from "node:crypto";
import { decodeExactly, hmacSha256, sameBytes } from "./encoding.ts";
import { type PrivateJwk, type PublicJwk, privateKeyOf, publicKeyOf } from "./key-set.ts";

/** What signs a webhook: an Ed25519 key (`v1a`), or a secret that both sides hold (`whsec_…`, `v1`). */
export type WebhookSigner = { readonly privateJwk: PrivateJwk } | { readonly secret: string };

/** What a signature is checked with. */
export type WebhookVerifier = { readonly publicJwk: PublicJwk } | { readonly secret: string };

/** The three headers of Standard Webhooks. */
export interface WebhookHeaders {
  readonly "webhook-id": string;
  readonly "webhook-timestamp": string;
  readonly "webhook-signature": string;
}

/** One call to sign. `id` stays the same when it is sent again; `at` is the moment of this attempt. */
export interface WebhookCall {
  readonly id: string;
  readonly at: Date;
  readonly body: string | Uint8Array;
}

const toleranceMs = 5 * 60_000;
const mostSignatures = 10;

/** Sign a call with every signer given, so that a receiver can go over from one key to the next. */
export function signWebhook(
  { id, at, body }: WebhookCall,
  signers: readonly WebhookSigner[],
): WebhookHeaders {
  if (!isId(id)) throw new RangeError("The id of a webhook is visible ASCII without a full stop");
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const text = signedText(id, timestamp, body);
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signers.map((signer) => signatureBy(signer, text)).join(" "),
  };
}

/**
 * Tell whether one of the verifiers' keys signed exactly these bytes, within five minutes of `now`.
 *
 * Returns the call's id, which is also its idempotency key, or undefined.
 */
export function verifyWebhook(
  headers: Headers,
  body: string | Uint8Array,
  { verifiers, now }: { verifiers: readonly WebhookVerifier[]; now: Date },
): { id: string } | undefined {
  const id = headers.get("webhook-id") ?? "";
  const timestamp = headers.get("webhook-timestamp") ?? "";
  if (!isId(id) || !isRecent(timestamp, now)) return undefined;
  const text = signedText(id, timestamp, body);
  const signatures = (headers.get("webhook-signature") ?? "").split(" ");
  if (signatures.length > mostSignatures) return undefined;
  const signed = signatures.some((signature) =>
    verifiers.some((verifier) => isSignedBy(verifier, text, signature)),
  );
  return signed ? { id } : undefined;
}

/** An Ed25519 public key in the form that webhook libraries take: `whpk_` and base64. */
export function webhookPublicKey({ x }: PublicJwk): string {
  return `whpk_${Buffer.from(x, "base64url").toString("base64")}`;
}

function signatureBy(signer: WebhookSigner, text: Uint8Array): string {
  const [version, bytes] =
    "secret" in signer
      ? (["v1", hmacSha256(secretBytes(signer.secret), text)] as const)
      : (["v1a", sign(null, text, privateKeyOf(signer.privateJwk))] as const);
  return `${version},${Buffer.from(bytes).toString("base64")}`;
}

/** A verifier looks only at signatures of its own version, so a public key never serves as a secret. */
function isSignedBy(verifier: WebhookVerifier, text: Uint8Array, signature: string): boolean {
  const prefix = "secret" in verifier ? "v1," : "v1a,";
  if (!signature.startsWith(prefix)) return false;
  const bytes = decodeExactly(signature.slice(prefix.length), "base64");
  if (!bytes) return false;
  return "secret" in verifier
    ? sameBytes(bytes, hmacSha256(secretBytes(verifier.secret), text))
    : verify(null, text, publicKeyOf(verifier.publicJwk), bytes);
}

function secretBytes(secret: string): Uint8Array {
  const bytes = decodeExactly(secret.replace(/^whsec_/, ""), "base64");
  if (!bytes || bytes.length < 24 || bytes.length > 64) {
    throw new RangeError("A webhook secret is whsec_ and 24 to 64 bytes in base64");
  }
  return bytes;
}

function signedText(id: string, timestamp: string, body: string | Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${id}.${timestamp}.`), Buffer.from(body)]);
}

/** With a full stop in the id, one signature would hold for another id, time and body. */
function isId(id: string): boolean {
  return /^[\x21-\x2d\x2f-\x7e]{1,255}$/.test(id);
}

function isRecent(timestamp: string, now: Date): boolean {
  if (!/^[1-9]\d{0,11}$/.test(timestamp)) return false;
  return Math.abs(now.getTime() - Number(timestamp) * 1000) <= toleranceMs;
}
