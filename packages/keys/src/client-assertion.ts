import { createPublicKey, type JsonWebKey } from "node:crypto";
import type { ClientJwks } from "@guildhall/contract";
import {
  createLocalJWKSet,
  decodeJwt,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from "jose";

/** How long a client's assertion may live. */
export const longestAssertionMs = 5 * 60_000;

/** The algorithms that a client may sign its assertions with. */
export const assertionAlgorithms = ["EdDSA", "ES256", "PS256", "RS256"] as const;

/** A client's proof of itself (RFC 7523): good once, until it ends. */
export interface ClientAssertion {
  readonly client: string;
  readonly jti: string;
  readonly expiresAt: Date;
}

/** What is checked of an assertion: with which keys it must be signed, by whom, for whom. */
export interface AssertionExpectations {
  readonly keys: ClientJwks | JWTVerifyGetKey;
  readonly client: string;
  /** What it may be meant for: the token endpoint or the issuer. */
  readonly audiences: readonly string[];
  readonly now: Date;
}

const longestText = 8192;
const clockToleranceS = 5;

/** Who an assertion says it comes from; nothing is proved yet. */
export function readAssertionClient(assertion: string): string | undefined {
  if (assertion.length > longestText) return undefined;
  try {
    const { iss, sub } = decodeJwt(assertion);
    return iss === sub ? sub : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/**
 * Read a client's assertion, or undefined unless everything is as RFC 7523 and we ask: one of four algorithms, the
 * client as issuer and subject, one audience that is ours, an id, and an end within five minutes.
 */
export async function verifyClientAssertion(
  assertion: string,
  { keys, client, audiences, now }: AssertionExpectations,
): Promise<ClientAssertion | undefined> {
  try {
    // The types differ in what may be undefined, the values do not.
    const getKey = typeof keys === "function" ? keys : createLocalJWKSet(keys as JSONWebKeySet);
    const { payload } = await jwtVerify(assertion, getKey, {
      algorithms: [...assertionAlgorithms],
      issuer: client,
      subject: client,
      audience: [...audiences],
      requiredClaims: ["exp", "jti"],
      currentDate: now,
      clockTolerance: clockToleranceS,
    });
    return readPayload(payload, client, now);
  } catch (error) {
    if (isFromOutside(error)) return undefined;
    throw error;
  }
}

/** What jose finds wrong, or Web Crypto in a key that a client publishes. */
function isFromOutside(error: unknown): boolean {
  return [errors.JOSEError, TypeError, DOMException].some((kind) => error instanceof kind);
}

/** Whether every key of a set is one that a client may prove itself with: Ed25519, P-256, or RSA of 2048 bits or more. */
export function isClientJwks({ keys }: ClientJwks): boolean {
  return keys.every((jwk) => {
    try {
      const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey({
        // The types differ in what may be undefined, the values do not.
        key: jwk as JsonWebKey,
        format: "jwk",
      });
      if (asymmetricKeyType === "rsa") return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
      return asymmetricKeyType === "ed25519" || asymmetricKeyDetails?.namedCurve === "prime256v1";
    } catch {
      // Whatever it is, it is not a key.
      return false;
    }
  });
}

/** An assertion for several audiences could be used by any of them against the others. */
function readPayload(
  { aud, jti, exp = 0 }: JWTPayload,
  client: string,
  now: Date,
): ClientAssertion | undefined {
  if (typeof aud !== "string" || typeof jti !== "string" || jti === "" || jti.length > 255)
    return undefined;
  const expiresAt = new Date(exp * 1000);
  const longest = longestAssertionMs + clockToleranceS * 1000;
  return expiresAt.getTime() - now.getTime() > longest ? undefined : { client, jti, expiresAt };
}
