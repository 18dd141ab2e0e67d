import { crc32 } from "node:zlib";
import { hmacSha256, type Random, sameBytes, systemRandom, toBase62 } from "./encoding.ts";

export type KeyEnvironment = "live" | "test";

/** An API key taken apart. `id` is public and leads to the tenant; only `secret` proves anything. */
export interface ApiKey {
  readonly environment: KeyEnvironment;
  readonly id: string;
  readonly secret: string;
}

/** A new API key: `key` is shown once, `last4` lets its holder tell it from others afterwards. */
export interface IssuedKey extends ApiKey {
  readonly key: string;
  readonly last4: string;
}

/** Make an API key of 256 random bits, `gh_<environment>_<id12><secret43><crc6>`; a new secret for the one of `id`. */
export function issueKey(
  { environment, id: known }: { environment: KeyEnvironment; id?: string },
  random: Random = systemRandom,
): IssuedKey {
  const id = known ?? toBase62(random(12), 12);
  const secret = toBase62(random(32), 43);
  const body = `gh_${environment}_${id}${secret}`;
  const key = body + checksum(body);
  return { environment, id, secret, key, last4: key.slice(-4) };
}

/**
 * Read an API key, or undefined when it was never one of ours.
 *
 * The checksum refuses a mistyped or cut key before any database is opened, and lets secret
 * scanners tell a real key from a likeness.
 */
export function parseKey(text: string): ApiKey | undefined {
  const match =
    /^gh_(?<environment>live|test)_(?<id>[0-9A-Za-z]{12})(?<secret>[0-9A-Za-z]{43})[0-9A-Za-z]{6}$/.exec(
      text,
    );
  if (!match || checksum(text.slice(0, -6)) !== text.slice(-6)) return undefined;
  // The pattern names these three groups and none is optional.
  return { ...match.groups } as unknown as ApiKey;
}

/** What is stored of a secret. One HMAC is enough: 256 random bits cannot be guessed. */
export function hashSecret(pepper: Uint8Array, secret: string): Uint8Array {
  return hmacSha256(pepper, secret);
}

/** Tell whether two hashes are the same, in constant time. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return sameBytes(a, b);
}

/** @internal What ends a key or token of ours, so that a mistyped one is known without a look-up. */
export function checksum(body: string): string {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return toBase62(sum, 6);
}
