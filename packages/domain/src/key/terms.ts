import {
  type ClientJwks,
  KeyScope,
  Problem,
  type Scope,
  type SignatureDemand,
} from "@guildhall/contract";
import { createWebhookSecret, isClientJwks, readWebhookKey } from "@guildhall/keys";
import { putSecret, removeSecret, sealSecret, type Tx } from "@guildhall/store";
import type { Context } from "../context.ts";
import { signingSecretOf } from "./client.ts";

const longestLifeMs = 365 * 86_400_000;

/** When a key ends: as asked, but within a year; a year from now where nothing is asked. */
export function endOf(asked: string | undefined, now: number): number {
  if (asked === undefined) return now + longestLifeMs;
  const at = Date.parse(asked);
  if (at <= now) throw refusal("/expiresAt", "too-early");
  if (at > now + longestLifeMs) throw refusal("/expiresAt", "too-late");
  return at;
}

/** The scopes as they are kept. What a person has to answer for is not for a key. */
export function scopesAsKept(scopes: readonly Scope[]): string {
  const foreign = scopes.findIndex((scope) => !KeyScope.safeParse(scope).success);
  if (foreign !== -1) throw refusal(`/scopes/${foreign}`, "not-for-a-key");
  return [...new Set(scopes)].join(" ");
}

/** A client's own keys as they are kept. */
export function jwksAsKept(jwks: ClientJwks): string {
  if (!isClientJwks(jwks)) throw refusal("/jwks", "key-not-usable");
  return JSON.stringify(jwks);
}

export function refusal(pointer: string, code: string): Problem {
  return new Problem("request-invalid", { faults: [{ pointer, code }] });
}

/** What a key's writes are to be signed with, prepared: shown once where it is a secret of ours. */
export interface SigningTerms {
  readonly signature: SignatureDemand | null;
  readonly signingSecret?: string;
  store(tx: Tx): Promise<void>;
}

/** Prepare the demand that a key's writes be signed; a secret is made anew. Null demands nothing. */
export async function signingTerms(
  ctx: Context,
  keyId: string,
  signature: SignatureDemand | null,
): Promise<SigningTerms> {
  const name = signingSecretOf(keyId);
  if (signature !== "secret") {
    if (signature !== null && !readWebhookKey(signature))
      throw refusal("/signature", "key-not-usable");
    return { signature, store: (tx) => removeSecret(tx, name) };
  }
  const signingSecret = createWebhookSecret();
  const jwe = await sealSecret(ctx.db.vault, name, signingSecret);
  const row = { jwe, updatedAt: ctx.now() };
  return { signature, signingSecret, store: (tx) => putSecret(tx, name, row) };
}
