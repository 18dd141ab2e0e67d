import { audienceOf, subjectOf } from "./grant.ts";
import type { KeySet } from "./key-set.ts";
import { mintToken, verifyToken } from "./token.ts";

/** How long an officer's token lives before their own tenant must give another. */
export const officerTokenLifeMs = 5 * 60_000;

/**
 * The token with which an officer of another tenant serves callers of this one, under an agreement.
 *
 * It says who, in which session of their own tenant and under which agreement, and never what they may do: that is
 * looked up at each request, so that an agreement that is ended is over.
 */
export interface OfficerToken {
  /** The address of the tenant that the callers are of: `https://<host>/t/<tenant>`. */
  readonly issuer: string;
  readonly agreement: string;
  readonly person: string;
  readonly session: string;
  readonly jti: string;
  readonly issuedAt: Date;
}

/** Mint a token for an officer, for five minutes. */
export function mintOfficerToken(
  set: KeySet,
  { issuer, agreement, person, session, jti, issuedAt }: OfficerToken,
): string {
  return mintToken(set, {
    typ: "officer+jwt",
    issuer,
    audience: audienceOf(issuer),
    subject: `person:${person}`,
    scope: [],
    jti,
    issuedAt,
    expiresAt: new Date(issuedAt.getTime() + officerTokenLifeMs),
    claims: { agreement, session },
  });
}

/** Read an officer's token of this tenant, or undefined. Whether the agreement holds is for the caller to ask the directory. */
export function verifyOfficerToken(
  set: KeySet,
  token: string,
  { issuer, now }: { issuer: string; now: Date },
): OfficerToken | undefined {
  const audience = audienceOf(issuer);
  const read = verifyToken(set, token, { typ: "officer+jwt", issuer, audience, now });
  const person = read && subjectOf(read.subject, "person");
  if (!person) return undefined;
  const { agreement, session } = read.claims;
  if (typeof agreement !== "string" || typeof session !== "string") return undefined;
  return { issuer, agreement, person, session, jti: read.jti, issuedAt: read.issuedAt };
}
