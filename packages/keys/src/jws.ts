import { sign, verify } from "node:crypto";
import { decodeExactly, toBase64Url } from "./encoding.ts";
import {
  believedKeys,
  type HeldKey,
  type KeySet,
  privateKeyOf,
  publicKeyOf,
  signingKey,
} from "./key-set.ts";

/** A payload as JSON: always of these kinds, so that it is written one way. */
export type JwsPayload = Readonly<Record<string, string | number | boolean>>;

const longestJws = 4096;

/** Sign a payload with the set's active key, as a compact JWS. The same payload gives the same bytes. */
export function signJws(set: KeySet, typ: string, payload: JwsPayload): string {
  const key = signingKey(set);
  const signed = `${headerOf(key.kid, typ)}.${toBase64Url(JSON.stringify(payload))}`;
  const signature = sign(null, Buffer.from(signed), privateKeyOf(key.privateJwk));
  return `${signed}.${toBase64Url(signature)}`;
}

/**
 * Read the payload of a JWS that a key of this set signed, or undefined.
 *
 * Its header is not interpreted but compared with the headers that we write, one for each key. So there
 * is no algorithm to choose, no key to fetch, and nothing in it that could be missing, doubled or extra.
 */
export function readJws(
  set: KeySet,
  typ: string,
  token: string,
): Record<string, unknown> | undefined {
  if (token.length > longestJws) return undefined;
  const [header, payload, signature, ...rest] = token.split(".");
  if (header === undefined || payload === undefined || signature === undefined) return undefined;
  const key = believedKeys(set).find(({ kid }) => headerOf(kid, typ) === header);
  if (rest.length > 0 || !key || !isSigned(key, `${header}.${payload}`, signature))
    return undefined;
  return readPayload(payload);
}

function headerOf(kid: string, typ: string): string {
  return toBase64Url(JSON.stringify({ alg: "EdDSA", kid, typ }));
}

function isSigned(key: HeldKey, signed: string, signature: string): boolean {
  const bytes = decodeExactly(signature, "base64url");
  return (
    bytes !== undefined && verify(null, Buffer.from(signed), publicKeyOf(key.publicJwk), bytes)
  );
}

/** Read a signed payload, if it is an object that is written as we write one (so no name is in it twice). */
function readPayload(segment: string): Record<string, unknown> | undefined {
  const bytes = decodeExactly(segment, "base64url");
  if (!bytes) return undefined;
  try {
    const json = Buffer.from(bytes).toString("utf8");
    const value: unknown = JSON.parse(json);
    return isRecord(value) && JSON.stringify(value) === json ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
