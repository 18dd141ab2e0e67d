import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Where randomness comes from: `n` bytes that nobody can foresee. Tests give their own. */
export type Random = (n: number) => Uint8Array;

export const systemRandom: Random = (n) => randomBytes(n);

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const crockford = "0123456789abcdefghjkmnpqrstvwxyz";

/** Write bytes as the last `length` digits of their number in base 62. */
export function toBase62(bytes: Uint8Array, length: number): string {
  return digits(numberOf(bytes), base62, length);
}

/** Write the first `length` x 5 bits of `bytes` in Crockford's base 32, in lower case. */
export function toCrockford(bytes: Uint8Array, length: number): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 5 && text.length < length; ) {
      bits -= 5;
      text += crockford.charAt((held >> bits) & 31);
    }
  }
  return text;
}

export function toBase64Url(data: string | Uint8Array): string {
  return Buffer.from(data).toString("base64url");
}

/**
 * Read base64url or base64, only where it is written the one way we would write it.
 *
 * Node's decoder passes over junk, padding and spare bits, so one value would have many spellings.
 */
export function decodeExactly(
  text: string,
  encoding: "base64url" | "base64",
): Uint8Array | undefined {
  const bytes = Buffer.from(text, encoding);
  return bytes.toString(encoding) === text ? bytes : undefined;
}

export function hmacSha256(key: Uint8Array, ...parts: (string | Uint8Array)[]): Uint8Array {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** Compare in a time that does not tell where two values differ. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
}

function digits(value: bigint, alphabet: string, length: number): string {
  const base = BigInt(alphabet.length);
  let rest = value;
  let text = "";
  for (let i = 0; i < length; i += 1) {
    text = `${alphabet[Number(rest % base)]}${text}`;
    rest /= base;
  }
  return text;
}
