import { createHmac } from "node:crypto";
import { CompactSign, importJWK } from "jose";
import { signingKey } from "./key-set.ts";
import { createKeySet } from "./rotation.ts";
import { mintToken, verifyToken } from "./token.ts";

const now = new Date("2026-11-22T09:00:00Z");
const set = createKeySet(now);
const key = signingKey(set);
const other = createKeySet(now);
const issuer = "https://guildhall.example/t/cambridge-city";
const audience = `${issuer}/v1`;
const header = { alg: "EdDSA", kid: key.kid, typ: "grant+jwt" };
const iat = now.getTime() / 1000;
const payload = {
  connector: "alloy",
  iss: issuer,
  aud: audience,
  sub: "process:prc_1",
  scope: "notes:write",
  jti: "grt_1",
  iat,
  exp: iat + 60,
};

const verify = (token: string) =>
  verifyToken(set, token, { typ: "grant+jwt", issuer, audience, now });
const base64Url = (text: string) => Buffer.from(text).toString("base64url");

/** Sign any header and payload with the tenant's own key, through jose: the strongest forger there is. */
async function forge(head: object, body: object | string, by = key): Promise<string> {
  const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const { crit } = head as { crit?: string[] };
  const known = Object.fromEntries((crit ?? []).map((name) => [name, true]));
  return new CompactSign(bytes)
    .setProtectedHeader({ alg: "EdDSA", ...head })
    .sign(await importJWK({ ...by.privateJwk }, "EdDSA"), { crit: known });
}

function without(name: keyof typeof payload): object {
  const { [name]: _, ...rest } = payload;
  return rest;
}

describe("a token is refused", () => {
  it("not at all when jose signs exactly what we would", async () => {
    const token = await forge(header, payload);
    expect(verify(token)?.subject).toBe("process:prc_1");
    expect(token).toBe(
      mintToken(set, {
        typ: "grant+jwt",
        issuer,
        audience,
        subject: "process:prc_1",
        scope: ["notes:write"],
        jti: "grt_1",
        issuedAt: now,
        expiresAt: new Date(now.getTime() + 60_000),
        claims: { connector: "alloy" },
      }),
    );
  });

  it.each([
    ["another typ of ours", { ...header, typ: "citizen+jwt" }],
    ["typ JWT", { ...header, typ: "JWT" }],
    ["no typ", { alg: "EdDSA", kid: key.kid }],
    ["no kid", { alg: "EdDSA", typ: "grant+jwt" }],
    ["an unknown kid", { ...header, kid: "x".repeat(43) }],
    ["the kid of another key of the set", { ...header, kid: set.keys[1]?.kid }],
    ["a key to fetch (jku)", { ...header, jku: "https://evil.example/jwks.json" }],
    ["a key of its own (jwk)", { ...header, jwk: key.publicJwk }],
    ["a certificate to fetch (x5u)", { ...header, x5u: "https://evil.example/cert.pem" }],
    ["a certificate of its own (x5c)", { ...header, x5c: ["MII"] }],
    ["a critical extension", { ...header, crit: ["exp"], exp: 1 }],
    ["an extra header", { ...header, zip: "DEF" }],
    ["its header in another order", { typ: "grant+jwt", kid: key.kid, alg: "EdDSA" }],
  ])("with %s", async (_, head) => {
    expect(verify(await forge(head, payload))).toBeUndefined();
  });

  it.each([
    ["another issuer", { ...payload, iss: "https://guildhall.example/t/huntingdonshire" }],
    ["another audience", { ...payload, aud: issuer }],
    ["a list of audiences that has ours in it", { ...payload, aud: [audience] }],
    ["no issuer", without("iss")],
    ["no audience", without("aud")],
    ["no subject", without("sub")],
    ["no scope", without("scope")],
    ["no jti", without("jti")],
    ["no exp", without("exp")],
    ["no iat", without("iat")],
    ["an empty jti", { ...payload, jti: "" }],
    ["exp just passed", { ...payload, exp: iat }],
    ["exp as a text", { ...payload, exp: String(iat + 60) }],
    ["exp beyond all numbers", { ...payload, exp: 1e300 }],
    ["nbf in the future", { ...payload, nbf: iat + 1 }],
    ["nbf as a text", { ...payload, nbf: "0" }],
    ["more to say than fits in 4096 characters", { ...payload, sub: "x".repeat(4096) }],
    ["a list as its payload", [payload]],
    ["null as its payload", "null"],
    ["a payload that is no JSON", "{"],
    ["an empty payload", ""],
    ["a name twice", `{"sub":"process:prc_2",${JSON.stringify(payload).slice(1)}`],
    ["white space in its payload", JSON.stringify(payload, null, 1)],
  ])("with %s", async (_, body) => {
    expect(verify(await forge(header, body))).toBeUndefined();
  });

  it("when it is signed by another tenant, even under our kid", async () => {
    const stranger = signingKey(other);
    expect(
      verify(await forge({ ...header, kid: stranger.kid }, payload, stranger)),
    ).toBeUndefined();
    expect(verify(await forge(header, payload, stranger))).toBeUndefined();
  });

  it.each(["none", "None", "NONE"])("with alg %s and no signature", (alg) => {
    const signed = `${base64Url(JSON.stringify({ ...header, alg }))}.${base64Url(JSON.stringify(payload))}`;
    expect(verify(`${signed}.`)).toBeUndefined();
    expect(verify(signed)).toBeUndefined();
  });

  it("with HS256 and the public key as its secret", () => {
    const signed = `${base64Url(JSON.stringify({ ...header, alg: "HS256" }))}.${base64Url(JSON.stringify(payload))}`;
    const secrets = [
      key.publicJwk.x,
      Buffer.from(key.publicJwk.x, "base64url"),
      JSON.stringify(key.publicJwk),
    ];
    for (const secret of secrets) {
      const signature = createHmac("sha256", secret).update(signed).digest("base64url");
      expect(verify(`${signed}.${signature}`)).toBeUndefined();
    }
  });

  it("when any one character of it is changed, left out or added", async () => {
    const token = await forge(header, payload);
    for (let at = 0; at < token.length; at += 1) {
      const changed = token[at] === "A" ? "B" : "A";
      const [before, after] = [token.slice(0, at), token.slice(at + 1)];
      expect(verify(before + changed + after), `changed at ${at}`).toBeUndefined();
      expect(verify(before + after), `left out at ${at}`).toBeUndefined();
      expect(verify(`${before}=${token.slice(at)}`), `added at ${at}`).toBeUndefined();
    }
  });

  it.each([
    ["a line end behind it", (token: string) => `${token}\n`],
    ["white space before it", (token: string) => ` ${token}`],
    ["padding", (token: string) => `${token}==`],
    ["a fourth part", (token: string) => `${token}.`],
    ["junk behind it", (token: string) => `${token}.junk`],
    [
      "base64 for base64url",
      (token: string) => Buffer.from(token.split(".")[2] ?? "", "base64url").toString("base64"),
    ],
    ["its signature cut off", (token: string) => token.slice(0, token.lastIndexOf(".") + 1)],
    ["its payload cut off", (token: string) => token.replace(/\..*\./, "..")],
  ])("with %s", async (_, change) => {
    expect(verify(change(await forge(header, payload)))).toBeUndefined();
  });

  it.each(["", ".", "..", "...", "a.b.c", "null", "\u0000"])("when it is %j", (token) => {
    expect(verify(token)).toBeUndefined();
  });
});
