import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { decodeExactly, toBase64Url } from "./encoding.ts";

/** How far an audit trail had come at a moment: its last event's place and hash. */
export interface Checkpoint {
  readonly tenant: string;
  readonly seq: number;
  /** In hex. */
  readonly hash: string;
  /** When it was taken, in ISO 8601. */
  readonly at: string;
}

const header = toBase64Url(JSON.stringify({ alg: "EdDSA", typ: "guildhall-audit-checkpoint+jws" }));
/** What comes before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const beforeSeed = Buffer.from("302e020100300506032b657004220420", "hex");
const longest = 2048;

/**
 * Sign a checkpoint with the Ed25519 key that follows from a secret of 32 bytes, as a compact JWS on one line.
 *
 * The secret is the installation's, not the tenant's: whoever can write to a tenant's database alone cannot sign.
 */
export function signCheckpoint(secret: Uint8Array, checkpoint: Checkpoint): string {
  const { tenant, seq, hash, at } = checkpoint;
  const signed = `${header}.${toBase64Url(JSON.stringify({ tenant, seq, hash, at }))}`;
  return `${signed}.${toBase64Url(sign(null, Buffer.from(signed), keyOf(secret)))}`;
}

/** Read a checkpoint that was signed with this secret's key, or undefined. */
export function readCheckpoint(secret: Uint8Array, jws: string): Checkpoint | undefined {
  const [first, payload = "", last = "", ...more] = jws.length > longest ? [] : jws.split(".");
  const signature = decodeExactly(last, "base64url");
  if (first !== header || more.length > 0 || !signature) return undefined;
  const key = createPublicKey(keyOf(secret));
  if (!verify(null, Buffer.from(`${first}.${payload}`), key, signature)) return undefined;
  // The signature proves that we wrote it, and this is all that we write.
  return JSON.parse(Buffer.from(payload, "base64url").toString()) as Checkpoint;
}

function keyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([beforeSeed, seed]), format: "der", type: "pkcs8" });
}
