import { calculateJwkThumbprint } from "jose";
import { createSigningKey, type KeySet, publicJwks, signingKey } from "./key-set.ts";
import { createKeySet, longestTokenLifeMs, publishedAheadMs, revoke, rotate } from "./rotation.ts";

const now = new Date("2026-11-22T09:00:00Z");
const after = (ms: number) => new Date(now.getTime() + ms);
const states = (set: KeySet) => set.keys.map(({ state }) => state);
const kid = (set: KeySet, state: string) => set.keys.find((key) => key.state === state)?.kid ?? "";

describe("a signing key", () => {
  it("is the one of RFC 8037, with its thumbprint, for that RFC's seed", () => {
    const seed = Buffer.from("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A", "base64url");

    expect(createSigningKey(() => seed)).toMatchObject({
      kid: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
      publicJwk: { x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" },
      privateJwk: { d: seed.toString("base64url") },
    });
  });

  it("has the kid that jose computes", async () => {
    const { kid, publicJwk } = createSigningKey();
    expect(kid).toBe(await calculateJwkThumbprint({ ...publicJwk }));
  });
});

describe("a key set", () => {
  it("begins with a key that signs and the one that will", () => {
    const set = createKeySet(now);
    expect(states(set)).toEqual(["active", "next"]);
    expect(signingKey(set).kid).toBe(kid(set, "active"));
  });

  it("rotates: next signs, active retires, a new next is published", () => {
    const set = createKeySet(now);
    const rotated = rotate(set, after(publishedAheadMs));

    expect(states(rotated)).toEqual(["retiring", "active", "next"]);
    expect(kid(rotated, "retiring")).toBe(kid(set, "active"));
    expect(kid(rotated, "active")).toBe(kid(set, "next"));
    expect(set.keys).toHaveLength(2);
  });

  it("does not rotate before the next key has been published for a day", () => {
    const set = createKeySet(now);
    expect(rotate(set, after(publishedAheadMs - 1))).toBe(set);
  });

  it("revokes what retired longer ago than any token lives, and not before", () => {
    const retiredAt = publishedAheadMs;
    const set = rotate(createKeySet(now), after(retiredAt));

    expect(states(rotate(set, after(retiredAt + longestTokenLifeMs)))[0]).toBe("retiring");
    expect(states(rotate(set, after(retiredAt + longestTokenLifeMs + 1)))[0]).toBe("revoked");
  });

  it("puts the next key in the place of an active one that is revoked", () => {
    const set = createKeySet(now);
    const revoked = revoke(set, kid(set, "active"), now);

    expect(states(revoked)).toEqual(["revoked", "active", "next"]);
    expect(kid(revoked, "active")).toBe(kid(set, "next"));
  });

  it("replaces a next key that is revoked, and leaves the active one in its place", () => {
    const set = createKeySet(now);
    const revoked = revoke(set, kid(set, "next"), now);

    expect(states(revoked)).toEqual(["active", "revoked", "next"]);
    expect(signingKey(revoked).kid).toBe(kid(set, "active"));
  });

  it("changes nothing when it revokes a key that it does not hold", () => {
    const set = createKeySet(now);
    expect(revoke(set, "unknown", now)).toEqual(set);
  });

  it("forgets the private half of a key that signs no more", () => {
    const set = rotate(createKeySet(now), after(publishedAheadMs));
    const held = set.keys.map(({ privateJwk }) => privateJwk !== undefined);
    expect(held).toEqual([false, true, true]);
  });

  it("publishes next, active and retiring, without anything private", () => {
    const rotated = rotate(createKeySet(now), after(publishedAheadMs));
    const set = revoke(rotated, kid(rotated, "retiring"), now);

    expect(publicJwks(rotated).keys.map((jwk) => jwk.kid)).toEqual(
      rotated.keys.map((key) => key.kid),
    );
    expect(publicJwks(set).keys.map((jwk) => jwk.kid)).toEqual([
      kid(set, "active"),
      kid(set, "next"),
    ]);
    for (const jwk of publicJwks(set).keys) {
      expect(Object.keys(jwk).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
    }
  });

  it("survives being stored as JSON", () => {
    const set = createKeySet(now);
    expect(JSON.parse(JSON.stringify(set))).toEqual(set);
  });

  it("refuses to sign with a set that has no active key", () => {
    expect(() => signingKey({ keys: [] })).toThrow("no active key");
  });
});
