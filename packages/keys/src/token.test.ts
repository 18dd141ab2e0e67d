import type { Scope } from "@guildhall/contract";
import fc from "fast-check";
import { createLocalJWKSet, jwtVerify } from "jose";
import { type KeySet, publicJwks } from "./key-set.ts";
import { createKeySet, longestTokenLifeMs, publishedAheadMs, revoke, rotate } from "./rotation.ts";
import { mintToken, type TokenClaims, verifyToken } from "./token.ts";

fc.configureGlobal({ seed: 20_261_122 });

const now = new Date("2026-11-22T09:00:00Z");
const set = createKeySet(now);
const issuer = "https://guildhall.example/t/cambridge-city";
const audience = `${issuer}/v1`;
const expected = { typ: "grant+jwt", issuer, audience, now } as const;
const claims: TokenClaims = {
  issuer,
  audience,
  subject: "process:prc_1",
  scope: ["documents:read", "notes:write"],
  jti: "grt_1",
  issuedAt: now,
  expiresAt: new Date("2026-11-22T10:00:00Z"),
  claims: { connector: "alloy", generation: 1 },
};
const mint = (change: Partial<TokenClaims> = {}, by: KeySet = set) =>
  mintToken(by, { ...claims, ...change, typ: "grant+jwt" });

describe("a token", () => {
  it("says what was minted into it", () => {
    expect(verifyToken(set, mint(), expected)).toEqual(claims);
  });

  it("has the same bytes for the same claims, in whatever order they were given", () => {
    expect(mint({ claims: { generation: 1, connector: "alloy" } })).toBe(mint());
    expect(mint({ jti: "grt_2" })).not.toBe(mint());
  });

  it("is taken by jose with everything pinned, whatever it says", async () => {
    const jwks = createLocalJWKSet(publicJwks(set));
    const text = fc.string({ minLength: 1, maxLength: 200 });
    const scopes = fc.subarray<Scope>(["documents:read", "notes:write", "tasks:write"]);
    const property = fc.asyncProperty(text, text, scopes, async (subject, jti, scope) => {
      const { payload } = await jwtVerify(mint({ subject, jti, scope }), jwks, {
        algorithms: ["EdDSA"],
        typ: "grant+jwt",
        issuer,
        audience,
        requiredClaims: ["exp", "sub", "jti"],
        currentDate: now,
      });
      expect(payload).toMatchObject({ sub: subject, jti, scope: scope.join(" "), generation: 1 });
    });
    await fc.assert(property, { numRuns: 30 });
  });

  it("comes back whole, whatever it says", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(text, text, (subject, jti) => {
        expect(verifyToken(set, mint({ subject, jti }), expected)).toMatchObject({ subject, jti });
      }),
      { numRuns: 50 },
    );
  });

  it("may carry no scope", () => {
    expect(verifyToken(set, mint({ scope: [] }), expected)?.scope).toEqual([]);
  });

  it("is believed until its last second and not after", () => {
    const at = (time: string) => verifyToken(set, mint(), { ...expected, now: new Date(time) });
    expect(at("2026-11-22T09:59:59.999Z")).toBeDefined();
    expect(at("2026-11-22T10:00:00Z")).toBeUndefined();
  });

  it("outlives a rotation, before, during and after", () => {
    const rotated = rotate(set, new Date(now.getTime() + publishedAheadMs));

    expect(verifyToken(rotated, mint(), expected)).toEqual(claims);
    expect(verifyToken(rotated, mint({}, rotated), expected)).toEqual(claims);
    expect(verifyToken(set, mint({}, rotated), expected)).toEqual(claims);
  });

  it("dies with its key", () => {
    const revoked = revoke(set, set.keys[0]?.kid ?? "", now);
    expect(verifyToken(revoked, mint(), expected)).toBeUndefined();
    expect(verifyToken(revoked, mint({}, revoked), expected)).toEqual(claims);
  });

  it("cannot be minted to outlive the key that is to prove it", () => {
    const expiresAt = new Date(now.getTime() + longestTokenLifeMs);
    expect(verifyToken(set, mint({ expiresAt }), expected)).toBeDefined();
    expect(() => mint({ expiresAt: new Date(expiresAt.getTime() + 1000) })).toThrow(RangeError);
    expect(() => mint({ expiresAt: now })).toThrow(RangeError);
    expect(() => mint({ expiresAt: new Date(Number.NaN) })).toThrow(RangeError);
  });
});
