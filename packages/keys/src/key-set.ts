import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { type Random, systemRandom, toBase64Url } from "./encoding.ts";

/** The public half of an Ed25519 key, as a tenant's JWKS shows it. */
export interface PublicJwk {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  readonly x: string;
  readonly kid: string;
  readonly alg: "EdDSA";
  readonly use: "sig";
}

/** The private half. It is stored sealed, and never leaves the platform. */
export interface PrivateJwk {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  readonly x: string;
  readonly d: string;
}

/** A key pair. `kid` is the RFC 7638 thumbprint of its public half. */
export interface SigningKey {
  readonly kid: string;
  readonly publicJwk: PublicJwk;
  readonly privateJwk: PrivateJwk;
}

/** `next` is published but does not sign yet, `active` signs, `retiring` is only believed, `revoked` is not. */
export type KeyState = "next" | "active" | "retiring" | "revoked";

/** A key in its set; `since` is when it came into its state. Only `next` and `active` hold the private half. */
export interface HeldKey {
  readonly kid: string;
  readonly state: KeyState;
  readonly since: string;
  readonly publicJwk: PublicJwk;
  readonly privateJwk?: PrivateJwk;
}

/** A tenant's signing keys, as plain JSON. A set is never changed: `rotate` and `revoke` give a new one. */
export interface KeySet {
  readonly keys: readonly HeldKey[];
}

/** Make an Ed25519 key pair. */
export function createSigningKey(random: Random = systemRandom): SigningKey {
  const der = Buffer.concat([pkcs8Prefix, random(32)]);
  const { x, d } = createPrivateKey({ key: der, format: "der", type: "pkcs8" }).export({
    format: "jwk",
  });
  if (!x || !d) throw new Error("The Ed25519 key could not be exported");
  const publicJwk = publicJwkOf(x);
  return {
    kid: publicJwk.kid,
    publicJwk,
    privateJwk: { kty: "OKP", crv: "Ed25519", x, d },
  };
}

/** The JWK of an Ed25519 public key, from its bytes in base64url. */
export function publicJwkOf(x: string): PublicJwk {
  return { kty: "OKP", crv: "Ed25519", x, kid: thumbprint(x), alg: "EdDSA", use: "sig" };
}

/** What the world may see of a set: the JWKS with the keys that sign now, signed lately, or will sign. */
export function publicJwks(set: KeySet): { keys: PublicJwk[] } {
  return { keys: believedKeys(set).map(({ publicJwk }) => publicJwk) };
}

/**
 * The keys whose signatures count.
 *
 * `next` is among them: another process of ours may have rotated while this one holds the older set.
 */
export function believedKeys(set: KeySet): HeldKey[] {
  return set.keys.filter(({ state }) => state !== "revoked");
}

/** The key that signs now. */
export function signingKey(set: KeySet): SigningKey {
  const active = set.keys.find(({ state }) => state === "active");
  if (!active?.privateJwk) throw new Error("The key set has no active key");
  return { ...active, privateJwk: active.privateJwk };
}

/** The key in the form that `node:crypto` signs with; made once for each JWK. */
export function privateKeyOf(jwk: PrivateJwk): KeyObject {
  return cached(jwk, () => createPrivateKey({ key: { ...jwk }, format: "jwk" }));
}

/** The key in the form that `node:crypto` verifies with; made once for each JWK. */
export function publicKeyOf(jwk: PublicJwk): KeyObject {
  return cached(jwk, () => createPublicKey({ key: { ...jwk }, format: "jwk" }));
}

const pkcs8Prefix = Buffer.from("302e020100300506032b657004220420", "hex");
const keyObjects = new WeakMap<object, KeyObject>();

function cached(jwk: object, make: () => KeyObject): KeyObject {
  const known = keyObjects.get(jwk);
  if (known) return known;
  const made = make();
  keyObjects.set(jwk, made);
  return made;
}

function thumbprint(x: string): string {
  return toBase64Url(
    createHash("sha256").update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest(),
  );
}
