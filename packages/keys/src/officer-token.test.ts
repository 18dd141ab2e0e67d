import { mintOfficerToken, verifyOfficerToken } from "./officer-token.ts";
import { createKeySet } from "./rotation.ts";
import { mintStaffToken, verifyStaffToken } from "./staff-token.ts";

const issuedAt = new Date("2026-11-22T09:00:00Z");
const issuer = "https://guildhall.example/t/cambridge-city";
const set = createKeySet(issuedAt);
const said = { issuer, person: "per_1", session: "ses_1", jti: "jti_1", issuedAt };
const token = mintOfficerToken(set, { ...said, agreement: "agr_1" });
const at = (now: string) => ({ issuer, now: new Date(now) });

describe("an officer's token", () => {
  it("says who, in which session and under which agreement, for five minutes", () => {
    expect(verifyOfficerToken(set, token, at("2026-11-22T09:04:59Z"))).toMatchObject({
      agreement: "agr_1",
      person: "per_1",
      session: "ses_1",
    });
    expect(verifyOfficerToken(set, token, at("2026-11-22T09:05:00Z"))).toBeUndefined();
  });

  it("is never taken for a token of the tenant's own staff, nor one of theirs for it", () => {
    const now = at("2026-11-22T09:00:00Z");
    expect(verifyStaffToken(set, token, now)).toBeUndefined();
    expect(verifyOfficerToken(set, mintStaffToken(set, said), now)).toBeUndefined();
  });

  it("is good at no other tenant, and under no other's key", () => {
    const now = at("2026-11-22T09:00:00Z");
    const elsewhere = { ...now, issuer: "https://guildhall.example/t/huntingdonshire" };
    expect(verifyOfficerToken(set, token, elsewhere)).toBeUndefined();
    expect(verifyOfficerToken(createKeySet(issuedAt), token, now)).toBeUndefined();
  });
});
