import { Scope } from "@guildhall/contract";
import { type JwsPayload, readJws, signJws } from "./jws.ts";
import type { KeySet } from "./key-set.ts";
import { longestTokenLifeMs } from "./rotation.ts";

/** What a token is for. A token of one kind is never taken for another. */
export type TokenType = "at+jwt" | "citizen+jwt" | "grant+jwt" | "officer+jwt" | "staff+jwt";

/** What a token says. `claims` are those of its kind alone. */
export interface TokenClaims {
  /** The tenant's own address: `https://<host>/t/<tenant>`. */
  readonly issuer: string;
  readonly audience: string;
  readonly subject: string;
  readonly scope: readonly Scope[];
  readonly jti: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly claims: JwsPayload;
}

/** What a reader of a token insists on. */
export interface TokenExpectations {
  readonly typ: TokenType;
  readonly issuer: string;
  readonly audience: string;
  readonly now: Date;
}

/**
 * Mint a token, signed by the tenant's active key.
 *
 * The same claims give the same bytes, so a token need not be stored to be handed over again.
 */
export function mintToken(set: KeySet, token: TokenClaims & { readonly typ: TokenType }): string {
  const lifeMs = token.expiresAt.getTime() - token.issuedAt.getTime();
  if (!(lifeMs > 0 && lifeMs <= longestTokenLifeMs)) {
    throw new RangeError("A token must end, and before its key stops being believed");
  }
  return signJws(set, token.typ, {
    ...inOrder(token.claims),
    iss: token.issuer,
    aud: token.audience,
    sub: token.subject,
    scope: token.scope.join(" "),
    jti: token.jti,
    iat: seconds(token.issuedAt),
    exp: seconds(token.expiresAt),
  });
}

/**
 * Read a token, or undefined unless everything is as expected: kind, signature, issuer, audience and time.
 *
 * Why a token is refused is not told: the bearer of a bad one is owed nothing.
 */
export function verifyToken(
  set: KeySet,
  token: string,
  { typ, issuer, audience, now }: TokenExpectations,
): TokenClaims | undefined {
  const payload = readJws(set, typ, token);
  const read = payload && readClaims(payload);
  if (!read || read.issuer !== issuer || read.audience !== audience) return undefined;
  return isCurrent(read, now) ? read : undefined;
}

function readClaims(payload: Record<string, unknown>): TokenClaims | undefined {
  const { iss, aud, sub, scope, jti, iat, exp, ...claims } = payload;
  if (!isText(iss) || !isText(aud) || !isText(sub) || !isText(jti)) return undefined;
  if (typeof scope !== "string" || !isTime(iat) || !isTime(exp)) return undefined;
  return {
    issuer: iss,
    audience: aud,
    subject: sub,
    scope: scope.split(" ").filter(isScope),
    jti,
    issuedAt: new Date(iat * 1000),
    expiresAt: new Date(exp * 1000),
    // The signature proves that we wrote them, and this is all that we write.
    claims: claims as JwsPayload,
  };
}

/** Our own clocks are the only ones involved, so none is given grace. */
function isCurrent({ expiresAt, claims: { nbf = 0 } }: TokenClaims, now: Date): boolean {
  return now < expiresAt && isTime(nbf) && now >= new Date(nbf * 1000);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isScope(value: string): value is Scope {
  return scopes.has(value);
}

const scopes: ReadonlySet<string> = new Set(Scope.options);

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

function inOrder(claims: JwsPayload): JwsPayload {
  return Object.fromEntries(Object.entries(claims).sort(([a], [b]) => (a < b ? -1 : 1)));
}
