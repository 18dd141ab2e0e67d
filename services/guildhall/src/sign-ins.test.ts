import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveOidcProvider, type TestOidcProvider } from "@guildhall/connectors/testing";
import type { OpenIdSettings } from "@guildhall/contract";
import { applyTenant, asPlatform, setSignInCredential } from "@guildhall/domain";
import { exampleshire } from "@guildhall/domain/testing";
import { createLog, readConfig } from "@guildhall/runtime";
import { openPlatform, type Platform } from "./platform.ts";
import { seedPeople } from "./seed-people.ts";

const clientSecret = "a secret of the test's client";
const returnTo = "http://localhost:3000/console/exampleshire/sign-in/return";

/** All that is real, from the API to the provider or the letter. */
describe("signing in", () => {
  let data: string;
  let platform: Platform;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), "guildhall-sign-in-"));
    // The provider talks of what a test does not set up.
    for (const voice of ["warn", "info"] as const)
      vi.spyOn(console, voice).mockImplementation(() => undefined);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await platform.close();
    await rm(data, { recursive: true, force: true });
  });

  async function open(signIn?: OpenIdSettings, allowed = ""): Promise<void> {
    const config = readConfig({
      GUILDHALL_DATA: data,
      QUEUE: "in-process",
      SIMULATORS: "off",
      ALLOW_LOOPBACK: allowed,
    });
    platform = await openPlatform({ config, log: createLog({ name: "test", level: "silent" }) });
    const actor = { kind: "platform", id: "test", name: "Test" } as const;
    const tenant = { ...exampleshire.tenant, ...(signIn ? { signIn } : {}) };
    await applyTenant(platform.store, { ...exampleshire, tenant }, { actor, now: Date.now() });
  }
  async function groundOf() {
    const ground = await platform.groundFor("exampleshire");
    if (!ground) throw new Error("The tenant is not there");
    return ground;
  }
  async function ask(method: string, path: string, asking: { json?: unknown; as?: string } = {}) {
    const { json, as } = asking;
    const response = await platform.api.request(`/t/exampleshire/v1${path}`, {
      method,
      headers: {
        ...(json === undefined ? {} : { "Content-Type": "application/json" }),
        ...(as === undefined ? {} : { Authorization: `Bearer ${as}` }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    return response.json();
  }

  it("goes by a letter that is really sent to the people of the default start", async () => {
    await open();
    await seedPeople(await groundOf());
    await platform.start();
    const email = "officer@exampleshire.example";
    const { browserSecret } = await ask("POST", "/sign-ins", { json: { email } });
    await vi.waitFor(async () => expect(await platform.mailbox?.list()).toHaveLength(1), 10_000);
    const [letter] = (await platform.mailbox?.list()) ?? [];
    expect(letter).toMatchObject({ to: email, from: { name: "Exampleshire District Council" } });
    const code = /\/sign-in\/link\/([\w-]{43})/.exec(letter?.text ?? "")?.[1];
    const session = await ask("POST", "/sessions", { json: { code, browserSecret } });
    expect(await ask("GET", "/people/current", { as: session.token })).toMatchObject({
      email,
      roles: ["caseworker"],
    });
  });

  it("goes by the council's own provider, with the roles of its groups, and out of both", async () => {
    const oidc = await provider();
    const settings = {
      issuer: oidc.issuer,
      clientId: "guildhall",
      name: "your council account",
      groupsClaim: "groups",
      groups: { designers: ["designer" as const] },
      scopes: [],
    };
    await open(settings, oidc.host);
    expect(await ask("POST", "/sign-ins", { json: {} })).toMatchObject({
      code: "sign-in-failed",
      errors: [{ code: "credential-missing" }],
    });
    await setSignInCredential(asPlatform(await groundOf()), { clientSecret });
    const { url, browserSecret } = await ask("POST", "/sign-ins", { json: {} });
    const answer = await oidc.browse(url, "subject-grace");
    const session = await ask("POST", "/sessions", { json: { answer, browserSecret } });
    expect(await ask("GET", "/people/current", { as: session.token })).toMatchObject({
      name: "Grace Hopper",
      roles: ["designer"],
    });
    const { url: end } = await ask("DELETE", "/sessions/current", { as: session.token });
    expect((await oidc.open(end)).status).toBe(200);
    expect(await ask("POST", "/sessions", { json: { answer, browserSecret } })).toMatchObject({
      code: "sign-in-failed",
    });
  });

  function provider(): Promise<TestOidcProvider> {
    const grace = {
      sub: "subject-grace",
      name: "Grace Hopper",
      email: "grace@exampleshire.test",
      email_verified: true,
      groups: ["designers"],
    };
    return serveOidcProvider([grace], {
      clients: [
        {
          client_id: "guildhall",
          client_secret: clientSecret,
          redirect_uris: [returnTo],
          post_logout_redirect_uris: ["http://localhost:3000/console/exampleshire/"],
        },
      ],
    });
  }
});
