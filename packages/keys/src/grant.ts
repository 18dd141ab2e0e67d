import type { Scope } from "@guildhall/contract";
import type { KeySet } from "./key-set.ts";
import { mintToken, verifyToken } from "./token.ts";

/** The right to one process, for the back office that it was delivered to. */
export interface Grant {
  /** The tenant's own address: `https://<host>/t/<tenant>`. */
  readonly issuer: string;
  readonly process: string;
  readonly connector: string;
  readonly scope: readonly Scope[];
  /** Which issue of the process's grants this is: raising the number in force revokes those before. */
  readonly generation: number;
  readonly jti: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** Mint the token that goes with a delivery; the same grant gives the same bytes. */
export function mintGrant(set: KeySet, grant: Grant): string {
  const { issuer, scope, jti, issuedAt, expiresAt, connector, generation } = grant;
  return mintToken(set, {
    typ: "grant+jwt",
    issuer,
    audience: audienceOf(issuer),
    subject: `process:${grant.process}`,
    scope,
    jti,
    issuedAt,
    expiresAt,
    claims: { connector, generation },
  });
}

/** Read a grant of this tenant, or undefined. Whether it is revoked is for the caller to ask the store. */
export function verifyGrant(
  set: KeySet,
  token: string,
  { issuer, now }: { issuer: string; now: Date },
): Grant | undefined {
  const read = verifyToken(set, token, {
    typ: "grant+jwt",
    issuer,
    audience: audienceOf(issuer),
    now,
  });
  const process = read && subjectOf(read.subject, "process");
  if (!process) return undefined;
  const { connector, generation } = read.claims;
  if (typeof connector !== "string" || typeof generation !== "number") return undefined;
  const { scope, jti, issuedAt, expiresAt } = read;
  return { issuer, process, connector, scope, generation, jti, issuedAt, expiresAt };
}

/** The API that a tenant's tokens are for. */
export function audienceOf(issuer: string): string {
  return `${issuer}/v1`;
}

/** The id in a subject of the given kind: `process:prc_…`. */
export function subjectOf(subject: string, kind: string): string | undefined {
  const prefix = `${kind}:`;
  return subject.startsWith(prefix) ? subject.slice(prefix.length) : undefined;
}
