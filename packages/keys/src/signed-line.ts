import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { decodeExactly, toBase64Url } from "./encoding.ts";

/** What comes before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const beforeSeed = Buffer.from("302e020100300506032b657004220420", "hex");
const longest = 16_384;

/** Sign what is said with the Ed25519 key that follows from a secret of 32 bytes, as a compact JWS on one line. */
export function signLine(secret: Uint8Array, type: string, said: object): string {
  const signed = `${headerOf(type)}.${toBase64Url(JSON.stringify(said))}`;
  return `${signed}.${toBase64Url(sign(null, Buffer.from(signed), keyOf(secret)))}`;
}

/** Read a line that was signed as this type with this secret's key, or undefined. */
export function readLine(secret: Uint8Array, type: string, jws: string): unknown {
  const [first, payload = "", last = "", ...more] = jws.length > longest ? [] : jws.split(".");
  const signature = decodeExactly(last, "base64url");
  if (first !== headerOf(type) || more.length > 0 || !signature) return undefined;
  const key = createPublicKey(keyOf(secret));
  if (!verify(null, Buffer.from(`${first}.${payload}`), key, signature)) return undefined;
  return JSON.parse(Buffer.from(payload, "base64url").toString());
}

function headerOf(type: string): string {
  return toBase64Url(JSON.stringify({ alg: "EdDSA", typ: type }));
}

function keyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([beforeSeed, seed]), format: "der", type: "pkcs8" });
}
