import type { Scope } from "@guildhall/contract";
import { audienceOf } from "./grant.ts";
import type { KeySet } from "./key-set.ts";
import { mintToken, verifyToken } from "./token.ts";

/** How long an access token lives. */
export const accessTokenLifeMs = 5 * 60_000;

/** What an OAuth 2 client is given for its credentials: a JWT access token of RFC 9068. */
export interface AccessToken {
  /** The tenant's own address: `https://<host>/t/<tenant>`. */
  readonly issuer: string;
  /** The id of the API key that is the client. */
  readonly client: string;
  readonly scope: readonly Scope[];
  readonly jti: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** Mint a client's token, for five minutes. */
export function mintAccessToken(
  set: KeySet,
  { issuer, client, scope, jti, issuedAt }: Omit<AccessToken, "expiresAt">,
): string {
  return mintToken(set, {
    typ: "at+jwt",
    issuer,
    audience: audienceOf(issuer),
    subject: client,
    scope,
    jti,
    issuedAt,
    expiresAt: new Date(issuedAt.getTime() + accessTokenLifeMs),
    claims: { client_id: client },
  });
}

/** Read a client's token of this tenant, or undefined. Whether the client may still act is for the caller to ask the store. */
export function verifyAccessToken(
  set: KeySet,
  token: string,
  { issuer, now }: { issuer: string; now: Date },
): AccessToken | undefined {
  const read = verifyToken(set, token, {
    typ: "at+jwt",
    issuer,
    audience: audienceOf(issuer),
    now,
  });
  if (!read || read.claims.client_id !== read.subject) return undefined;
  const { subject: client, scope, jti, issuedAt, expiresAt } = read;
  return { issuer, client, scope, jti, issuedAt, expiresAt };
}
