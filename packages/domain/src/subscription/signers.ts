import type { SubscriptionSignature } from "@guildhall/contract";
import { createSigningKey, type WebhookSigner, webhookPublicKey } from "@guildhall/keys";
import { drawRandom } from "@guildhall/store";

/** One of the keys or secrets that a subscription's webhooks are signed with. */
export interface Signer {
  readonly by: WebhookSigner;
  readonly publicKey?: string;
  /** When it signs no more; left out of the newest. */
  readonly until?: number;
}

/** What may be shown of a signer. */
export type ShownSigner = Pick<Signer, "publicKey" | "until">;

/** Under which name the signers of a subscription lie sealed. */
export function secretName(subscription: string): string {
  return `subscription/${subscription}`;
}

export function createSigner(signature: SubscriptionSignature): Signer {
  if (signature === "hmac")
    return { by: { secret: `whsec_${Buffer.from(drawRandom(32)).toString("base64")}` } };
  const { privateJwk, publicJwk } = createSigningKey();
  return { by: { privateJwk }, publicKey: webhookPublicKey(publicJwk) };
}

/** The secret to hand over, where both sides hold one. */
export function secretOf({ by }: Signer): string | undefined {
  return "secret" in by ? by.secret : undefined;
}

/** Those that sign now. */
export function active<T extends ShownSigner>(signers: readonly T[], now: number): T[] {
  return signers.filter(({ until }) => until === undefined || until > now);
}

/**
 * Put a fresh signer before the others; the one of now ends at `until`, and older ones at once.
 *
 * A receiver that goes over from one to the next never has more than two to try.
 */
export function rotated(signers: readonly Signer[], fresh: Signer, until: number): Signer[] {
  const [current] = signers;
  return current ? [fresh, { ...current, until }] : [fresh];
}

/** What the subscription's row says of its signers: nothing secret. */
export function shown(signers: readonly Signer[]): string {
  const all = signers.map(
    ({ publicKey, until }): ShownSigner => ({
      ...(publicKey === undefined ? {} : { publicKey }),
      ...(until === undefined ? {} : { until }),
    }),
  );
  return JSON.stringify(all);
}
