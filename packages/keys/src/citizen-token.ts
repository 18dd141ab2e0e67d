import type { Scope } from "@guildhall/contract";
import { audienceOf, subjectOf } from "./grant.ts";
import type { JwsPayload } from "./jws.ts";
import type { KeySet } from "./key-set.ts";
import { mintToken, verifyToken } from "./token.ts";

/** What a citizen's token opens: the form being filled in, then the process that came of it. */
export type CitizenSubject = { readonly kind: "draft" | "process"; readonly id: string };

/** Who fills in a form for its citizen, in which session; where that is at another tenant, under which agreement. */
export interface AssistedBy {
  readonly person: string;
  readonly session: string;
  readonly agreement?: string | undefined;
}

/** The short-lived right of a citizen to their own draft or process, and to no other. */
export interface CitizenToken {
  /** The tenant's own address: `https://<host>/t/<tenant>`. */
  readonly issuer: string;
  readonly subject: CitizenSubject;
  readonly scope: readonly Scope[];
  /** The member of staff who fills it in for them: it is good only while their session goes on and they still may. */
  readonly assistedBy?: AssistedBy | undefined;
  readonly jti: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

export function mintCitizenToken(set: KeySet, token: CitizenToken): string {
  const { issuer, subject, scope, assistedBy, jti, issuedAt, expiresAt } = token;
  return mintToken(set, {
    typ: "citizen+jwt",
    issuer,
    audience: audienceOf(issuer),
    subject: `${subject.kind}:${subject.id}`,
    scope,
    jti,
    issuedAt,
    expiresAt,
    claims: assistedBy ? claimsOf(assistedBy) : {},
  });
}

/** Read a citizen's token of this tenant, or undefined. */
export function verifyCitizenToken(
  set: KeySet,
  token: string,
  { issuer, now }: { issuer: string; now: Date },
): CitizenToken | undefined {
  const read = verifyToken(set, token, {
    typ: "citizen+jwt",
    issuer,
    audience: audienceOf(issuer),
    now,
  });
  const subject = read && readSubject(read.subject);
  if (!subject) return undefined;
  const { scope, jti, issuedAt, expiresAt } = read;
  const assistedBy = readAssistedBy(read.claims);
  return { issuer, subject, scope, assistedBy, jti, issuedAt, expiresAt };
}

function claimsOf({ person, session, agreement }: AssistedBy): JwsPayload {
  return { person, session, ...(agreement === undefined ? {} : { agreement }) };
}

function readAssistedBy({ person, session, agreement }: JwsPayload): AssistedBy | undefined {
  if (typeof person !== "string" || typeof session !== "string") return undefined;
  return { person, session, ...(typeof agreement === "string" && { agreement }) };
}

function readSubject(text: string): CitizenSubject | undefined {
  for (const kind of ["draft", "process"] as const) {
    const id = subjectOf(text, kind);
    if (id) return { kind, id };
  }
  return undefined;
}
