import { createGuard } from "../http/guard.ts";
import { type Mischief, serveProvider, type TestProvider } from "../testing/small-provider.ts";
import { createIdentityProvider } from "./provider.ts";

const returnTo = "https://guildhall.test/console/exampleshire/sign-in/return";
const hourS = 3600;
const now = Math.floor(Date.now() / 1000);

/** A provider that does one thing as it should not, or somebody between it and us. */
describe("a provider's answer", () => {
  let provider: TestProvider;
  beforeEach(async () => {
    provider = await serveProvider();
  });

  const ours = () =>
    createIdentityProvider(
      {
        issuer: provider.issuer,
        clientId: "guildhall",
        name: "your council account",
        groupsClaim: "groups",
        groups: {},
        scopes: [],
      },
      { clientSecret: "a secret of the test's client" },
      { request: createGuard({ allowLoopback: [provider.host] }) },
    );
  async function signIn(mischief: Mischief, client = ours()) {
    provider.mischief = mischief;
    const begun = await client.begin(returnTo);
    if ("fault" in begun) return begun;
    const query = provider.answerTo(begun.url);
    return client.finish({ returnTo, query, checks: begun.checks });
  }

  it("is believed when all is as it should be, so that what follows shows something", async () => {
    expect(await signIn({})).toMatchObject({ subject: "grace", groups: ["officers"] });
  });

  it.each<[string, Mischief]>([
    ["is of another issuer", { claims: { iss: "https://login.attacker.test" } }],
    ["is for another client", { claims: { aud: "another" } }],
    [
      "is for several clients and not handed to us",
      { claims: { aud: ["guildhall", "b"], azp: "b" } },
    ],
    ["is of another sign-in", { claims: { nonce: "another" } }],
    ["is of no sign-in", { without: ["nonce"] }],
    ["has expired", { claims: { exp: now - hourS } }],
    ["never expires", { without: ["exp"] }],
    ["is of tomorrow", { claims: { nbf: now + hourS } }],
    ["names nobody", { without: ["sub"] }],
    ["is signed with a key that is not the provider's", { key: "other" }],
    ["is signed with a key that the provider does not publish", { header: { kid: "key-2" } }],
    ["is not signed", { key: "none" }],
    [
      "is not signed, and the provider says it need not be",
      {
        key: "none",
        metadata: { id_token_signing_alg_values_supported: ["none", "ES256"] },
      },
    ],
    [
      "is signed with what anyone knows",
      {
        key: "public",
        metadata: { id_token_signing_alg_values_supported: ["HS256", "ES256"] },
      },
    ],
    [
      "asks for an extension that nobody knows",
      { header: { crit: ["unheard-of"], "unheard-of": true } },
    ],
  ])("proves nothing when the token %s", async (_, mischief) => {
    expect(await signIn(mischief)).toEqual({ fault: "identity-not-proved" });
  });

  it("proves nothing when the provider says it is another", async () => {
    const metadata = { issuer: "https://login.attacker.test" };
    expect(await signIn({ metadata })).toEqual({ fault: "identity-not-proved" });
  });

  it.each([
    ["is down", { status: 503 }, "provider-unavailable"],
    ["refuses", { status: 400 }, "provider-refused"],
  ])("is a fault that says so when the provider %s", async (_, mischief, fault) => {
    expect(await signIn(mischief)).toEqual({ fault });
  });

  it("leads to no address inside, whatever the provider says of itself", async () => {
    const metadata = { token_endpoint: "http://169.254.169.254/latest/meta-data" };
    expect(await signIn({ metadata })).toEqual({ fault: "provider-unavailable" });
  });

  it("sends no browser to anything but a web page", async () => {
    const metadata = { authorization_endpoint: "javascript:alert(1)" };
    expect(await signIn({ metadata })).toEqual({ fault: "identity-not-proved" });
  });

  it("has the provider asked how it is spoken to only once", async () => {
    const client = ours();
    await signIn({}, client);
    await signIn({}, client);
    const asked = provider.seen.filter(({ path }) => path.startsWith("/.well-known/"));
    expect(asked).toHaveLength(1);
  });

  it("is asked for again after a failure", async () => {
    const client = ours();
    expect(await signIn({ metadata: { issuer: "https://other.test" } }, client)).toHaveProperty(
      "fault",
    );
    expect(await signIn({}, client)).toMatchObject({ subject: "grace" });
  });

  it("ends nothing where the provider has no place for that", async () => {
    expect(await ours().endSessionUrl({ idToken: "x", returnTo })).toBeUndefined();
  });

  it("is not waited for where the guard lets nobody out", async () => {
    const closed = createIdentityProvider(
      {
        issuer: provider.issuer,
        clientId: "guildhall",
        name: "x",
        groupsClaim: "groups",
        groups: {},
        scopes: [],
      },
      { clientSecret: "a secret of the test's client" },
      { request: createGuard({ allowLoopback: [] }) },
    );
    expect(await closed.begin(returnTo)).toEqual({ fault: "provider-unavailable" });
    expect(provider.seen).toEqual([]);
  });
});
