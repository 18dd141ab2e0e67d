import { createCipheriv, createDecipheriv } from "node:crypto";
import { decodeExactly, type Random, systemRandom, toBase64Url } from "./encoding.ts";

/** An e-mail address that somebody has shown to be theirs by opening a link, and until when that is believed. */
export interface ConfirmedAddress {
  readonly email: string;
  readonly expiresAt: Date;
}

/** What is sealed under this name opens under no other. */
const purpose = Buffer.from("guildhall/confirmed-address/1");
const [nonceBytes, tagBytes] = [12, 16];

/**
 * Seal an address into the last part of a link, as AES-256-GCM under a secret of 32 bytes.
 *
 * Whoever sees the link cannot read the address in it, and nobody makes one without the secret.
 */
export function sealAddress(
  secret: Uint8Array,
  { email, expiresAt }: ConfirmedAddress,
  random: Random = systemRandom,
): string {
  const nonce = random(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", secret, nonce);
  cipher.setAAD(purpose);
  const sealed = cipher.update(JSON.stringify([expiresAt.getTime(), email]), "utf8");
  return toBase64Url(Buffer.concat([nonce, sealed, cipher.final(), cipher.getAuthTag()]));
}

/** Give the address in a link, or undefined for one that is over, was altered, or was never ours. */
export function openAddress(secret: Uint8Array, token: string, now: Date): string | undefined {
  const bytes = decodeExactly(token, "base64url");
  if (!bytes || bytes.length <= nonceBytes + tagBytes) return undefined;
  const text = unseal(secret, bytes);
  if (text === undefined) return undefined;
  // The seal proves that we wrote it, and this is all that we write.
  const [expiresAt, email] = JSON.parse(text) as [number, string];
  return now.getTime() < expiresAt ? email : undefined;
}

function unseal(secret: Uint8Array, bytes: Uint8Array): string | undefined {
  const options = { authTagLength: tagBytes };
  const decipher = createDecipheriv("aes-256-gcm", secret, bytes.subarray(0, nonceBytes), options);
  decipher.setAAD(purpose);
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, "utf8");
    return text + decipher.final("utf8");
  } catch {
    return undefined;
  }
}
