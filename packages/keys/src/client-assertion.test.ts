import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import {
  assertionAlgorithms,
  isClientJwks,
  readAssertionClient,
  verifyClientAssertion,
} from "./client-assertion.ts";
import { createRemoteJwks } from "./remote-jwks.ts";

const now = new Date("2026-11-22T09:00:00Z");
const issuer = "https://guildhall.example/t/cambridge-city";
const audiences = [issuer, `${issuer}/oauth/token`];
const client = "3vQp8ZrT0bLk";
const iat = now.getTime() / 1000;
const claims: JWTPayload = {
  iss: client,
  sub: client,
  aud: issuer,
  jti: "one",
  iat,
  exp: iat + 60,
};

async function holder(alg: string, options: Parameters<typeof generateKeyPair>[1] = {}) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true, ...options });
  const jwk = { ...(await exportJWK(publicKey)), kid: alg } as never;
  const sign = (payload: object = claims, header: object = {}) =>
    new SignJWT(payload as JWTPayload)
      .setProtectedHeader({ alg, kid: alg, ...header })
      .sign(privateKey, { crit: { x: true } });
  return { jwk, jwks: { keys: [jwk] }, sign };
}

describe("a client's assertion", () => {
  let ed: Awaited<ReturnType<typeof holder>>;
  beforeAll(async () => {
    ed = await holder("EdDSA");
  });
  const verify = async (
    assertion: string,
    keys: Parameters<typeof verifyClientAssertion>[1]["keys"],
  ) => verifyClientAssertion(assertion, { keys, client, audiences, now });

  it.each(assertionAlgorithms)("proves the client when it is signed by %s", async (alg) => {
    const { jwks, sign } = await holder(alg);
    expect(isClientJwks(jwks)).toBe(true);
    expect(await verify(await sign(), jwks)).toEqual({
      client,
      jti: "one",
      expiresAt: new Date((iat + 60) * 1000),
    });
  });

  it("may be meant for the token endpoint", async () => {
    const assertion = await ed.sign({ ...claims, aud: `${issuer}/oauth/token` });
    expect(await verify(assertion, ed.jwks)).toBeDefined();
  });

  it.each<[string, object, object?]>([
    ["another issuer", { iss: "other" }],
    ["another subject", { sub: "other" }],
    ["another audience", { aud: "https://other.example" }],
    ["several audiences", { aud: audiences }],
    ["another tenant's address", { aud: "https://guildhall.example/t/huntingdonshire" }],
    ["no end", { exp: undefined }],
    ["an end that is past", { exp: iat - 6 }],
    ["an end beyond five minutes", { exp: iat + 306 }],
    ["a beginning that is to come", { nbf: iat + 6 }],
    ["no id", { jti: undefined }],
    ["an empty id", { jti: "" }],
    ["an id without end", { jti: "j".repeat(256) }],
    ["something critical that we do not know", {}, { crit: ["x"], x: 1 }],
    ["an unknown kid", {}, { kid: "other" }],
  ])("is refused for %s", async (_, changed, header = {}) => {
    const assertion = await ed.sign({ ...claims, ...changed }, header);
    expect(await verify(assertion, ed.jwks)).toBeUndefined();
  });

  it("is refused when another key signed it, when nothing did, and when the public key did as a secret", async () => {
    const other = await holder("EdDSA");
    expect(await verify(await other.sign(), ed.jwks)).toBeUndefined();
    const body = (await ed.sign()).split(".")[1];
    const none = Buffer.from('{"alg":"none"}').toString("base64url");
    expect(await verify(`${none}.${body}.`, ed.jwks)).toBeUndefined();
    const { x } = ed.jwk as { x: string };
    const hs256 = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256", kid: "EdDSA" })
      .sign(Buffer.from(x, "base64url"));
    expect(await verify(hs256, ed.jwks)).toBeUndefined();
  });

  it.each(["ES384", "RS512"])("is refused when it is signed by %s", async (alg) => {
    const { jwks, sign } = await holder(alg);
    expect(await verify(await sign(), jwks)).toBeUndefined();
  });

  it("tells whom it says it comes from, before anything is proved", async () => {
    expect(readAssertionClient(await ed.sign())).toBe(client);
    expect(readAssertionClient(await ed.sign({ ...claims, iss: "other" }))).toBeUndefined();
    expect(readAssertionClient("not.a.jwt")).toBeUndefined();
    expect(readAssertionClient("a".repeat(10_000))).toBeUndefined();
  });
});

describe("a client's keys", () => {
  it.each<[string, object]>([
    ["a short RSA key", { kty: "RSA", n: "w".repeat(171), e: "AQAB" }],
    ["a key of no known kind", { kty: "OKP", crv: "Ed25519", x: "short" }],
    ["a point that is not on the curve", { kty: "EC", crv: "P-256", x: "AA", y: "AA" }],
  ])("are refused with %s among them", (_, jwk) => {
    expect(isClientJwks({ keys: [jwk as never] })).toBe(false);
  });
});

describe("keys that a client publishes", () => {
  it("are fetched once, and again for one that is not among them, but not at once", async () => {
    const first = await holder("EdDSA");
    const asked: string[] = [];
    const remote = createRemoteJwks(async (url) => {
      asked.push(url);
      return Response.json(first.jwks);
    });
    const keys = remote("https://acme.example/jwks");
    expect(remote("https://acme.example/jwks")).toBe(keys);
    const verify = async (assertion: string) =>
      verifyClientAssertion(assertion, { keys, client, audiences, now });
    expect(await verify(await first.sign())).toBeDefined();
    expect(await verify(await first.sign())).toBeDefined();
    expect(await verify(await first.sign(claims, { kid: "new" }))).toBeUndefined();
    expect(await verify(await first.sign(claims, { kid: "newer" }))).toBeUndefined();
    expect(asked).toEqual(["https://acme.example/jwks"]);
  });

  it.each<[string, () => Promise<Response>]>([
    ["cannot be reached", () => Promise.reject(new Error("refused"))],
    ["answers with a failure", async () => new Response(null, { status: 404 })],
    ["answers with no keys", async () => Response.json({ keys: "none" })],
    [
      "answers with a key that is none",
      async () => Response.json({ keys: [{ kty: "OKP", crv: "Ed25519", x: "AA", kid: "EdDSA" }] }),
    ],
    ["answers with no JSON", async () => new Response("<html>")],
  ])("prove nothing where their address %s", async (_, fetchJwks) => {
    const { sign } = await holder("EdDSA");
    const keys = createRemoteJwks(fetchJwks)("https://acme.example/jwks");
    const asked = { keys, client, audiences, now };
    expect(await verifyClientAssertion(await sign(), asked)).toBeUndefined();
  });

  it("are not fetched again and again where their address gives none", async () => {
    const { sign } = await holder("EdDSA");
    let fetched = 0;
    const fetchJwks = async () => {
      fetched += 1;
      return new Response(null, { status: 404 });
    };
    const keys = createRemoteJwks(fetchJwks)("https://acme.example/jwks");
    for (const assertion of [await sign(), await sign()])
      await verifyClientAssertion(assertion, { keys, client, audiences, now });
    expect(fetched).toBe(1);
  });
});
