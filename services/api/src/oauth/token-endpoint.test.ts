import { scopeWords } from "@guildhall/contract";
import { issueKey, revokeKey } from "@guildhall/domain";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { createApi } from "../app.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const base = "/t/exampleshire/oauth/token";
const issuer = "https://guildhall.test/t/exampleshire";
const acme = { name: "Acme", kind: "vendor", scopes: ["processes:read", "tasks:read"] } as const;
const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

describe("the token endpoint", () => {
  let world: ApiWorld;
  let client: string;
  let key: string;
  beforeEach(async () => {
    world = await createApiWorld();
    ({ id: client, key } = await issueKey(world.ctx, acme));
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ask = (form: Record<string, string>, headers: Record<string, string> = {}, path = base) =>
    world.fetch(path, {
      method: "POST",
      headers,
      body: new URLSearchParams({ grant_type: "client_credentials", ...form }),
    });
  const post = (form: Record<string, string> = {}) =>
    ask({ client_id: client, client_secret: key, ...form });
  const basic = (id: string, secret: string) => ({
    Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`,
  });
  const tokenOf = async (response: Response): Promise<string> =>
    (await response.json()).access_token;
  const read = (token: string) => world.ask("GET", "/processes", { as: token });
  const errorOf = async (response: Response) => [response.status, (await response.json()).error];

  it("gives a token of five minutes that opens what the key opens", async () => {
    const response = await post();
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const { access_token, ...said } = await response.json();
    expect(said).toEqual({
      token_type: "Bearer",
      expires_in: 300,
      scope: "processes:read tasks:read",
    });
    expect((await read(access_token)).status).toBe(200);
    world.clock.move(300_000);
    expect((await read(access_token)).status).toBe(401);
  });

  it("takes the id and the key as HTTP Basic", async () => {
    const token = await tokenOf(await ask({}, basic(client, key)));
    expect((await read(token)).status).toBe(200);
  });

  it("gives no more than is asked for, and nothing that the key does not have", async () => {
    const token = await tokenOf(await post({ scope: "tasks:read" }));
    expect((await read(token)).status).toBe(403);
    expect(await errorOf(await post({ scope: "tasks:read notes:write" }))).toEqual([
      400,
      "invalid_scope",
    ]);
    expect(await errorOf(await post({ scope: "everything" }))).toEqual([400, "invalid_scope"]);
  });

  it("gives tokens that end with their key", async () => {
    const token = await tokenOf(await post());
    expect((await read(token)).status).toBe(200);
    await revokeKey(world.ctx, client);
    world.clock.move(1000);
    expect((await read(token)).status).toBe(401);
    expect(await errorOf(await post())).toEqual([401, "invalid_client"]);
  });

  it.each<[string, () => Promise<Response>]>([
    ["no proof", () => ask({})],
    ["an id alone", () => ask({ client_id: client })],
    ["the key of another", async () => ask({ client_id: client, client_secret: world.key })],
    ["another's id", () => ask({ client_id: "000000000000", client_secret: key })],
    ["a secret that is no key", () => ask({ client_id: client, client_secret: "secret" })],
    ["another scheme", () => ask({}, { Authorization: `Bearer ${key}` })],
    ["HTTP Basic of nothing", () => ask({}, basic("", ""))],
    ["a council where it is no client", () => otherford()],
    [
      "a council that there is not",
      () =>
        post().then(() =>
          ask({ client_id: client, client_secret: key }, {}, "/t/nowhere/oauth/token"),
        ),
    ],
    [
      "an assertion that is none",
      () => ask({ client_assertion: "a.b.c", client_assertion_type: assertionType }),
    ],
  ])("refuses %s as no client of its own", async (_, asking) => {
    const response = await asking();
    expect(response.headers.get("www-authenticate")).toMatch(/^Basic/);
    expect(await errorOf(response)).toEqual([401, "invalid_client"]);
    expect(world.faults).toEqual([]);
  });

  it.each<[string, () => Promise<Response>, string]>([
    ["another grant", () => ask({ grant_type: "password" }), "unsupported_grant_type"],
    ["no grant", () => send("client_id=a"), "invalid_request"],
    [
      "a parameter twice",
      () => send("grant_type=client_credentials&scope=a&scope=b"),
      "invalid_request",
    ],
    ["two proofs", () => ask({ client_secret: key }, basic(client, key)), "invalid_request"],
    ["two names", () => ask({ client_id: "other" }, basic(client, key)), "invalid_request"],
    ["an assertion of no kind", () => ask({ client_assertion: "a.b.c" }), "invalid_request"],
    ["a body that is no form", () => send("{}", "application/json"), "invalid_request"],
  ])("refuses %s in the words of RFC 6749", async (_, asking, error) => {
    expect(await errorOf(await asking())).toEqual([400, error]);
  });

  it("answers no other method, and no body that is too large", async () => {
    expect((await world.fetch(base)).status).toBe(405);
    expect((await send(`scope=${"a".repeat(40_000)}`)).status).toBe(413);
  });

  it("holds a client to its addresses", async () => {
    const held = await issueKey(world.ctx, { ...acme, allowedAddresses: ["203.0.113.0/24"] });
    const refused = await ask({ client_id: held.id, client_secret: held.key });
    expect(await errorOf(refused)).toEqual([400, "unauthorized_client"]);
  });

  it("opens no council's database for who is no client", async () => {
    const opened: string[] = [];
    const api = createApi({
      ...world.deps,
      groundFor: async (tenant) => {
        opened.push(tenant);
        return world.groundFor(tenant);
      },
    });
    const body = () =>
      new URLSearchParams({
        grant_type: "client_credentials",
        client_id: "000000000000",
        client_secret: key,
      });
    expect((await api.request(base, { method: "POST", body: body() })).status).toBe(401);
    expect(opened).toEqual([]);
  });

  it("is described where RFC 8414 looks, and beside the council's own address", async () => {
    const described = await world.fetch("/.well-known/oauth-authorization-server/t/exampleshire");
    const said = await described.json();
    expect(said).toMatchObject({
      issuer,
      token_endpoint: `${issuer}/oauth/token`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      grant_types_supported: ["client_credentials"],
    });
    const beside = await world.fetch("/t/exampleshire/.well-known/oauth-authorization-server");
    expect(await beside.json()).toEqual(said);
    const none = await world.fetch("/.well-known/oauth-authorization-server/t/nowhere");
    expect(none.status).toBe(404);
  });

  it("is in the OpenAPI document, at the council's own address", async () => {
    const document = await (await world.fetch("/t/exampleshire/v1/openapi.json")).json();
    expect(document.components.securitySchemes.oauth2.flows.clientCredentials).toMatchObject({
      tokenUrl: `${issuer}/oauth/token`,
      scopes: { "tasks:read": scopeWords["tasks:read"] },
    });
  });

  describe("for a client that signs", () => {
    let sign: (claims?: object) => Promise<string>;
    let signer: string;
    beforeEach(async () => {
      const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
      const jwks = { keys: [(await exportJWK(publicKey)) as never] };
      ({ id: signer } = await issueKey(world.ctx, { ...acme, jwks } as never));
      sign = (claims = {}) => {
        const iat = world.clock.now() / 1000;
        const all = { iss: signer, sub: signer, aud: issuer, jti: "one", iat, exp: iat + 60 };
        return new SignJWT({ ...all, ...claims })
          .setProtectedHeader({ alg: "ES256" })
          .sign(privateKey);
      };
    });

    const show = (client_assertion: string) =>
      ask({ client_assertion_type: assertionType, client_assertion });

    it("takes an assertion once", async () => {
      const assertion = await sign();
      const token = await tokenOf(await show(assertion));
      expect((await read(token)).status).toBe(200);
      expect(await errorOf(await show(assertion))).toEqual([401, "invalid_client"]);
      expect((await show(await sign({ jti: "two" }))).status).toBe(200);
    });

    it("takes it once though it comes several times at once", async () => {
      const assertion = await sign();
      const answers = await Promise.all(Array.from({ length: 5 }, () => show(assertion)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    });

    it("refuses one that is meant for another council", async () => {
      const aud = "https://guildhall.test/t/otherford";
      expect(await errorOf(await show(await sign({ aud })))).toEqual([401, "invalid_client"]);
    });

    it("refuses one in the name of a client that has a secret", async () => {
      const named = await sign({ iss: client, sub: client });
      expect(await errorOf(await show(named))).toEqual([401, "invalid_client"]);
    });
  });

  async function otherford(): Promise<Response> {
    await world.addCouncil("otherford");
    return ask({ client_id: client, client_secret: key }, {}, "/t/otherford/oauth/token");
  }

  async function send(body: string, type = "application/x-www-form-urlencoded"): Promise<Response> {
    return world.fetch(base, { method: "POST", body, headers: { "Content-Type": type } });
  }
});
