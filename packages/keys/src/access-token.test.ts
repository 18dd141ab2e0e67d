import { createLocalJWKSet, jwtVerify } from "jose";
import { accessTokenLifeMs, mintAccessToken, verifyAccessToken } from "./access-token.ts";
import { mintGrant } from "./grant.ts";
import { publicJwks } from "./key-set.ts";
import { createKeySet } from "./rotation.ts";
import { mintStaffToken, staffTokenLifeMs, verifyStaffToken } from "./staff-token.ts";
import { mintToken } from "./token.ts";

const now = new Date("2026-11-22T09:00:00Z");
const set = createKeySet(now);
const issuer = "https://guildhall.example/t/cambridge-city";
const asked = { issuer, now };
const access = {
  issuer,
  client: "3vQp8ZrT0bLk",
  scope: ["tasks:read", "tasks:write"],
  jti: "jti_1",
  issuedAt: now,
} as const;
const staff = { issuer, person: "per_1", session: "ses_1", jti: "jti_1", issuedAt: now };
const later = (ms: number) => ({ issuer, now: new Date(now.getTime() + ms) });

describe("an access token", () => {
  it("gives back what was granted, for five minutes", () => {
    const token = mintAccessToken(set, access);
    const expiresAt = new Date(now.getTime() + accessTokenLifeMs);
    expect(verifyAccessToken(set, token, asked)).toEqual({ ...access, expiresAt });
    expect(verifyAccessToken(set, token, later(accessTokenLifeMs))).toBeUndefined();
  });

  it("is what RFC 9068 says, to whoever verifies it by the published keys", async () => {
    const { payload, protectedHeader } = await jwtVerify(
      mintAccessToken(set, access),
      createLocalJWKSet(publicJwks(set)),
      { typ: "at+jwt", algorithms: ["EdDSA"], issuer, audience: `${issuer}/v1`, currentDate: now },
    );
    expect(protectedHeader.typ).toBe("at+jwt");
    expect(payload).toMatchObject({
      sub: access.client,
      client_id: access.client,
      scope: "tasks:read tasks:write",
      jti: "jti_1",
      iat: now.getTime() / 1000,
      exp: now.getTime() / 1000 + 300,
    });
  });

  it("is refused when its client is not its subject", () => {
    const token = mintToken(set, {
      typ: "at+jwt",
      issuer,
      audience: `${issuer}/v1`,
      subject: "one",
      scope: [],
      jti: "jti_1",
      issuedAt: now,
      expiresAt: later(1000).now,
      claims: { client_id: "other" },
    });
    expect(verifyAccessToken(set, token, asked)).toBeUndefined();
  });

  it("is of one tenant, and of no other kind", () => {
    const elsewhere = { issuer: "https://guildhall.example/t/huntingdonshire", now };
    expect(verifyAccessToken(set, mintAccessToken(set, access), elsewhere)).toBeUndefined();
    expect(verifyAccessToken(set, mintStaffToken(set, staff), asked)).toBeUndefined();
    expect(verifyStaffToken(set, mintAccessToken(set, access), asked)).toBeUndefined();
    const grant = { ...access, process: "prc_1", connector: "alloy", generation: 1 };
    const token = mintGrant(set, { ...grant, expiresAt: later(1000).now });
    expect(verifyAccessToken(set, token, asked)).toBeUndefined();
  });
});

describe("a staff token", () => {
  it("says who and in which session, for five minutes, and allows nothing by itself", () => {
    const token = mintStaffToken(set, staff);
    const expiresAt = new Date(now.getTime() + staffTokenLifeMs);
    expect(verifyStaffToken(set, token, asked)).toEqual({ ...staff, expiresAt });
    expect(verifyStaffToken(set, token, later(staffTokenLifeMs))).toBeUndefined();
    expect(
      JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()),
    ).toMatchObject({ scope: "" });
  });

  it("is refused for a subject that is nobody", () => {
    const token = mintToken(set, {
      typ: "staff+jwt",
      issuer,
      audience: `${issuer}/v1`,
      subject: "process:prc_1",
      scope: [],
      jti: "jti_1",
      issuedAt: now,
      expiresAt: later(1000).now,
      claims: { session: "ses_1" },
    });
    expect(verifyStaffToken(set, token, asked)).toBeUndefined();
  });
});
