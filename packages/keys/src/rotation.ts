import { type Random, systemRandom } from "./encoding.ts";
import { createSigningKey, type HeldKey, type KeySet, type KeyState } from "./key-set.ts";

/** How long any token may live; a retired key is believed for as long. */
export const longestTokenLifeMs = 37 * 24 * 3_600_000;

/** How long a key must have been published before it signs, so that every reader of the JWKS knows it. */
export const publishedAheadMs = 24 * 3_600_000;

/** Make a tenant's first key set: a key that signs, and the one that will. */
export function createKeySet(now: Date, random: Random = systemRandom): KeySet {
  return { keys: [newKey("active", now, random), newKey("next", now, random)] };
}

/**
 * Let the next key sign, retire the one that did, publish a new next, and revoke what retired long ago.
 *
 * Nothing that was signed before stops being believed. The set itself comes back, unchanged, while its
 * next key has not been published for a day.
 */
export function rotate(set: KeySet, now: Date, random: Random = systemRandom): KeySet {
  const next = set.keys.find(({ state }) => state === "next");
  if (next && ageMs(next, now) < publishedAheadMs) return set;
  const keys = set.keys.map((key) => afterRotation(key, now));
  return { keys: withKeysToSign(keys, now, random) };
}

/**
 * Stop believing a key at once, and with it every token that it signed.
 *
 * Where it was the active key, the next one signs from now on, however young it is.
 */
export function revoke(set: KeySet, kid: string, now: Date, random: Random = systemRandom): KeySet {
  const keys = set.keys.map((key) => (key.kid === kid ? moved(key, "revoked", now) : key));
  if (keys.some(({ state }) => state === "active"))
    return { keys: withKeysToSign(keys, now, random) };
  const promoted = keys.map((key) => (key.state === "next" ? moved(key, "active", now) : key));
  return { keys: withKeysToSign(promoted, now, random) };
}

function afterRotation(key: HeldKey, now: Date): HeldKey {
  if (key.state === "next") return moved(key, "active", now);
  if (key.state === "active") return moved(key, "retiring", now);
  const over = key.state === "retiring" && ageMs(key, now) > longestTokenLifeMs;
  return over ? moved(key, "revoked", now) : key;
}

function withKeysToSign(keys: readonly HeldKey[], now: Date, random: Random): HeldKey[] {
  const missing = (["active", "next"] as const).filter(
    (wanted) => !keys.some(({ state }) => state === wanted),
  );
  return [...keys, ...missing.map((state) => newKey(state, now, random))];
}

function newKey(state: KeyState, now: Date, random: Random): HeldKey {
  return { ...createSigningKey(random), state, since: now.toISOString() };
}

function moved(
  { kid, publicJwk, privateJwk, state: before, since }: HeldKey,
  state: KeyState,
  now: Date,
): HeldKey {
  const at = before === state ? since : now.toISOString();
  const signs = privateJwk && (state === "active" || state === "next");
  return { kid, state, since: at, publicJwk, ...(signs ? { privateJwk } : {}) };
}

function ageMs({ since }: HeldKey, now: Date): number {
  return now.getTime() - Date.parse(since);
}
