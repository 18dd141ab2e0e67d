import type { OpenIdSettings, SignInCredential } from "@guildhall/contract";
import { exportJWK, generateKeyPair } from "jose";
import { createGuard } from "../http/guard.ts";
import { serveOidcProvider, type TestOidcProvider } from "../testing/oidc-provider.ts";
import { createIdentityProvider } from "./provider.ts";

const returnTo = "https://guildhall.test/console/exampleshire/sign-in/return";
const leaveTo = "https://guildhall.test/console/exampleshire/";
const clientSecret = "a secret of the test's client";
const grace = {
  sub: "subject-grace",
  name: "Grace Hopper",
  email: "grace@exampleshire.test",
  email_verified: true,
  groups: ["officers", "everyone"],
};

/** The whole way with a real provider, as certified ones behave. */
describe("an OpenID provider", () => {
  let oidc: TestOidcProvider;
  let keys: Awaited<ReturnType<typeof makeKeys>>;
  beforeAll(async () => {
    keys = await makeKeys();
    // The provider talks of what a test does not set up.
    for (const voice of ["warn", "info"] as const)
      vi.spyOn(console, voice).mockImplementation(() => undefined);
  });
  afterAll(() => vi.restoreAllMocks());

  const client = {
    client_id: "guildhall",
    redirect_uris: [returnTo],
    post_logout_redirect_uris: [leaveTo],
    id_token_signed_response_alg: "RS256" as const,
  };
  const serve = async (of: Record<string, unknown> = { client_secret: clientSecret }) => {
    oidc = await serveOidcProvider([grace], {
      clients: [{ ...client, ...of }],
      jwks: { keys: [keys.provider] },
    });
  };
  const providerWith = (
    credential: SignInCredential = { clientSecret },
    changed: Partial<OpenIdSettings> = {},
  ) =>
    createIdentityProvider(
      {
        issuer: oidc.issuer,
        clientId: "guildhall",
        name: "your council account",
        groupsClaim: "groups",
        groups: {},
        scopes: [],
        ...changed,
      },
      credential,
      { request: createGuard({ allowLoopback: [oidc.host] }) },
    );

  async function signIn(provider = providerWith(), how = { again: false }) {
    const begun = await provider.begin(returnTo, how);
    if ("fault" in begun) return { begun, identity: begun, query: "" };
    const query = await oidc.browse(begun.url, grace.sub);
    const identity = await provider.finish({ returnTo, query, checks: begun.checks });
    return { begun, identity, query };
  }

  it("has it proved anew who is there where that is asked for, and says when it was", async () => {
    await serve();
    const { begun, identity } = await signIn(providerWith(), { again: true });
    const { searchParams } = new URL("url" in begun ? begun.url : "");
    expect([searchParams.get("prompt"), searchParams.get("max_age")]).toEqual(["login", "600"]);
    expect(identity).toMatchObject({ provedAt: expect.any(Number) });
  });

  it("does not believe that it was proved anew where the provider was told of no such wish", async () => {
    await serve();
    const provider = providerWith();
    const begun = await provider.begin(returnTo);
    if ("fault" in begun) throw new Error(begun.fault);
    const query = await oidc.browse(begun.url, grace.sub);
    const checks = { ...begun.checks, again: true };
    expect(await provider.finish({ returnTo, query, checks })).toEqual({
      fault: "identity-not-proved",
    });
  });

  it("proves who has come, with what it tells of them in either place", async () => {
    await serve();
    const { identity } = await signIn();
    expect(identity).toEqual({
      subject: grace.sub,
      name: grace.name,
      email: grace.email,
      emailVerified: true,
      groups: grace.groups,
      provedAt: undefined,
      idToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
  });

  it("is asked with PKCE by digest, a state and a nonce, all new each time", async () => {
    await serve();
    const provider = providerWith();
    const asked = await Promise.all([provider.begin(returnTo), provider.begin(returnTo)]);
    const [first, second] = asked.map((begun) =>
      "url" in begun ? Object.fromEntries(new URL(begun.url).searchParams) : {},
    );
    expect(first).toMatchObject({
      client_id: "guildhall",
      redirect_uri: returnTo,
      response_type: "code",
      scope: "openid profile email",
      code_challenge_method: "S256",
    });
    for (const name of ["state", "nonce", "code_challenge"])
      expect(first?.[name]).not.toBe(second?.[name]);
  });

  it("takes our secret in the body where it wants it there", async () => {
    oidc = await serveOidcProvider([grace], {
      clients: [
        {
          ...client,
          client_secret: clientSecret,
          token_endpoint_auth_method: "client_secret_post",
        },
      ],
      clientAuthMethods: ["client_secret_post"],
      jwks: { keys: [keys.provider] },
    });
    expect((await signIn()).identity).toMatchObject({ subject: grace.sub });
  });

  it("takes a key of ours in place of a secret", async () => {
    await serve({
      token_endpoint_auth_method: "private_key_jwt",
      jwks: { keys: [keys.clientPublic] },
    });
    const { identity } = await signIn(providerWith({ privateKey: keys.client }));
    expect(identity).toMatchObject({ subject: grace.sub });
  });

  it("lets nobody in with another secret or another key", async () => {
    await serve();
    const wrong = providerWith({ clientSecret: "not the client's secret" });
    expect((await signIn(wrong)).identity).toEqual({ fault: "provider-refused" });
    await serve({
      token_endpoint_auth_method: "private_key_jwt",
      jwks: { keys: [keys.clientPublic] },
    });
    const privateKey = (await makeKeys()).client;
    for (const wrongKey of [privateKey, { ...privateKey, d: "none" }])
      expect((await signIn(providerWith({ privateKey: wrongKey }))).identity).toEqual({
        fault: "provider-refused",
      });
  });

  it("proves nothing a second time by the same code", async () => {
    await serve();
    const provider = providerWith();
    const { begun, query } = await signIn(provider);
    if ("fault" in begun) throw new Error(begun.fault);
    expect(await provider.finish({ returnTo, query, checks: begun.checks })).toEqual({
      fault: "provider-refused",
    });
  });

  it("proves nothing to another sign-in than the one that the code is of", async () => {
    await serve();
    const provider = providerWith();
    const begun = await provider.begin(returnTo);
    const other = await provider.begin(returnTo);
    if ("fault" in begun || "fault" in other) throw new Error("not begun");
    const finish = async (checks: typeof begun.checks) =>
      provider.finish({ returnTo, query: await oidc.browse(begun.url, grace.sub), checks });
    expect(await finish(other.checks)).toEqual({ fault: "identity-not-proved" });
    const { codeVerifier } = other.checks;
    expect(await finish({ ...begun.checks, codeVerifier })).toEqual({ fault: "provider-refused" });
    const { nonce } = other.checks;
    expect(await finish({ ...begun.checks, nonce })).toEqual({ fault: "identity-not-proved" });
  });

  it("is not believed when the answer does not name it (RFC 9207)", async () => {
    await serve();
    const provider = providerWith();
    for (const issuer of ["https://login.attacker.test", undefined]) {
      const begun = await provider.begin(returnTo);
      if ("fault" in begun) throw new Error(begun.fault);
      const query = new URLSearchParams(await oidc.browse(begun.url, grace.sub));
      expect(query.get("iss")).toBe(oidc.issuer);
      if (issuer === undefined) query.delete("iss");
      else query.set("iss", issuer);
      const answer = { returnTo, query: String(query), checks: begun.checks };
      expect(await provider.finish(answer)).toEqual({ fault: "identity-not-proved" });
    }
  });

  it("sends nobody back to another address than the one it knows", async () => {
    await serve();
    const begun = await providerWith().begin("https://attacker.test/return");
    if ("fault" in begun) throw new Error(begun.fault);
    await expect(oidc.browse(begun.url, grace.sub)).rejects.toThrow("400");
  });

  it("tells us when the person was refused there", async () => {
    await serve();
    const provider = providerWith();
    const begun = await provider.begin(returnTo);
    if ("fault" in begun) throw new Error(begun.fault);
    const { state } = begun.checks;
    const query = String(new URLSearchParams({ error: "access_denied", state, iss: oidc.issuer }));
    expect(await provider.finish({ returnTo, query, checks: begun.checks })).toEqual({
      fault: "provider-refused",
    });
  });

  it("ends its own session too, and sends the browser back to us", async () => {
    await serve();
    const provider = providerWith();
    const { identity } = await signIn(provider);
    if ("fault" in identity) throw new Error(identity.fault);
    const url = await provider.endSessionUrl({ idToken: identity.idToken, returnTo: leaveTo });
    expect(url).toMatch(`${oidc.issuer}/session/end?`);
    const page = await oidc.open(url ?? "");
    expect(page.status).toBe(200);
    const elsewhere = "https://attacker.test/";
    const wrong = await provider.endSessionUrl({ idToken: identity.idToken, returnTo: elsewhere });
    expect((await oidc.open(wrong ?? "")).status).toBe(400);
  });
});

async function makeKeys() {
  const provider = await generateKeyPair("RS256", { extractable: true });
  const client = await generateKeyPair("ES256", { extractable: true });
  const { x, y, d = "", crv } = await exportJWK(client.privateKey);
  const known = { kty: "EC" as const, alg: "ES256" as const, kid: "client-1", crv, x, y };
  return {
    provider: { ...(await exportJWK(provider.privateKey)), kid: "provider-1", alg: "RS256" },
    clientPublic: known,
    client: { ...known, d },
  };
}
