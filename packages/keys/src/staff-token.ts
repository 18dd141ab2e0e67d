import { audienceOf, subjectOf } from "./grant.ts";
import type { KeySet } from "./key-set.ts";
import { mintToken, verifyToken } from "./token.ts";

/** How long a staff token lives before the session must give another. */
export const staffTokenLifeMs = 5 * 60_000;

/**
 * A member of staff's token for one session.
 *
 * It says who, and never what they may do: roles are looked up at each request, so that one taken away is gone.
 */
export interface StaffToken {
  /** The tenant's own address: `https://<host>/t/<tenant>`. */
  readonly issuer: string;
  readonly person: string;
  readonly session: string;
  readonly jti: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** Mint a token of a session, for five minutes. */
export function mintStaffToken(
  set: KeySet,
  { issuer, person, session, jti, issuedAt }: Omit<StaffToken, "expiresAt">,
): string {
  return mintToken(set, {
    typ: "staff+jwt",
    issuer,
    audience: audienceOf(issuer),
    subject: `person:${person}`,
    scope: [],
    jti,
    issuedAt,
    expiresAt: new Date(issuedAt.getTime() + staffTokenLifeMs),
    claims: { session },
  });
}

/** Read a member of staff's token of this tenant, or undefined. Whether the session goes on is for the caller to ask the store. */
export function verifyStaffToken(
  set: KeySet,
  token: string,
  { issuer, now }: { issuer: string; now: Date },
): StaffToken | undefined {
  const read = verifyToken(set, token, {
    typ: "staff+jwt",
    issuer,
    audience: audienceOf(issuer),
    now,
  });
  const person = read && subjectOf(read.subject, "person");
  if (!person || typeof read.claims.session !== "string") return undefined;
  const { jti, issuedAt, expiresAt } = read;
  return { issuer, person, session: read.claims.session, jti, issuedAt, expiresAt };
}
