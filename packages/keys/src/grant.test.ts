import { mintCitizenToken, verifyCitizenToken } from "./citizen-token.ts";
import { type Grant, mintGrant, verifyGrant } from "./grant.ts";
import { createKeySet } from "./rotation.ts";
import { mintToken } from "./token.ts";

const now = new Date("2026-11-22T09:00:00Z");
const set = createKeySet(now);
const issuer = "https://guildhall.example/t/cambridge-city";
const lifetime = { issuedAt: now, expiresAt: new Date("2026-12-22T09:00:00Z") };
const grant: Grant = {
  issuer,
  process: "prc_1",
  connector: "alloy",
  scope: ["notes:write", "tasks:write"],
  generation: 2,
  jti: "grt_1",
  ...lifetime,
};
const citizen = {
  issuer,
  subject: { kind: "draft", id: "dft_1" } as const,
  scope: ["drafts:write"] as const,
  jti: "tok_1",
  ...lifetime,
};

describe("a grant", () => {
  it("gives back what was granted", () => {
    expect(verifyGrant(set, mintGrant(set, grant), { issuer, now })).toEqual(grant);
  });

  it("is not taken by another tenant, even one with the same keys", () => {
    const elsewhere = "https://guildhall.example/t/huntingdonshire";
    expect(verifyGrant(set, mintGrant(set, grant), { issuer: elsewhere, now })).toBeUndefined();
  });

  it("is not taken for a citizen's token, nor a citizen's token for a grant", () => {
    const token = mintCitizenToken(set, { ...citizen, subject: { kind: "process", id: "prc_1" } });
    expect(verifyCitizenToken(set, mintGrant(set, grant), { issuer, now })).toBeUndefined();
    expect(verifyGrant(set, token, { issuer, now })).toBeUndefined();
  });

  it.each([
    ["no process for its subject", "draft:dft_1", { connector: "alloy", generation: 1 }],
    ["an empty process", "process:", { connector: "alloy", generation: 1 }],
    ["no connector", "process:prc_1", { generation: 1 }],
    ["no generation", "process:prc_1", { connector: "alloy" }],
    ["a generation in words", "process:prc_1", { connector: "alloy", generation: "1" }],
  ])("is refused with %s", (_, subject, claims) => {
    const common = { issuer, audience: `${issuer}/v1`, scope: [], jti: "grt_1", ...lifetime };
    const token = mintToken(set, { ...common, typ: "grant+jwt", subject, claims });
    expect(verifyGrant(set, token, { issuer, now })).toBeUndefined();
  });
});

describe("a citizen's token", () => {
  it.each(["draft", "process"] as const)("opens the %s that it was minted for", (kind) => {
    const token = { ...citizen, subject: { kind, id: "abc_1" } };
    expect(verifyCitizenToken(set, mintCitizenToken(set, token), { issuer, now })).toEqual(token);
  });

  it("opens nothing else", () => {
    const common = { issuer, audience: `${issuer}/v1`, scope: [], jti: "tok_1", ...lifetime };
    for (const subject of ["staff:usr_1", "draft:", "drafts:dft_1"]) {
      const token = mintToken(set, { ...common, typ: "citizen+jwt", subject, claims: {} });
      expect(verifyCitizenToken(set, token, { issuer, now })).toBeUndefined();
    }
  });
});
