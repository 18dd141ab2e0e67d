import { createHmac } from "node:crypto";
import { asPlatform, issueKey, revokeGrants, revokeKey } from "@guildhall/domain";
import { issueKey as makeKey, mintCitizenToken, mintGrant } from "@guildhall/keys";
import { createApi } from "./app.ts";
import { type ApiWorld, createApiWorld } from "./testing.ts";

const unknown = "prc_01kb3zq8w5v0t6m2h9r4c7d1xe";
const dayMs = 86_400_000;
const unissuedKey = makeKey({ environment: "live" }).key;

describe("who asks", () => {
  let world: ApiWorld;
  let process: string;
  let refused: string;
  beforeEach(async () => {
    world = await createApiWorld();
    process = (await world.start()).id;
    refused = await (await read()).text();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const read = (as?: string, path = `/processes/${process}`) => world.ask("GET", path, { as });

  it("is asked for a credential in the field's own words", async () => {
    const response = await read();
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    expect(JSON.parse(refused)).toEqual({
      type: "https://guildhall.test/problems/unauthenticated",
      title: "A valid credential is needed",
      status: 401,
      code: "unauthenticated",
    });
  });

  const base64Url = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const payloadOf = (token: string) => token.split(".")[1] ?? "";
  const sign = (key: string, text: string) =>
    createHmac("sha256", key).update(text).digest("base64url");

  it.each<[string, (key: string, grant: string) => string | Promise<string>]>([
    ["a text that is no credential", () => "let-me-in"],
    ["an empty one", () => ""],
    ["a key cut short", (key) => key.slice(0, -1)],
    [
      "a key with one letter wrong",
      (key) => key.replace(/.{7}$/, (end) => `${end[0] === "a" ? "b" : "a"}${end.slice(1)}`),
    ],
    ["a key of another environment", (key) => key.replace("gh_live_", "gh_test_")],
    ["a key in capitals", (key) => key.toUpperCase()],
    ["a well-formed key that was never issued", () => unissuedKey],
    ["a revoked key", () => revokedKey()],
    ["a key past its year", (key) => later(365 * dayMs + 1, key)],
    ["a key of another council", () => foreignKey()],
    [
      "alg none",
      (_, grant) => `${base64Url({ alg: "none", typ: "grant+jwt" })}.${payloadOf(grant)}.`,
    ],
    [
      "alg none, with a signature",
      (_, grant) => grant.replace(/^[^.]+/, base64Url({ alg: "none" })),
    ],
    ["HS256 under the public key", (_, grant) => hs256(grant)],
    ["a grant with one bit of its signature turned", (_, grant) => turned(grant)],
    ["a grant that another council signed", () => foreignGrant()],
    ["a grant of another council's, as this one's", () => foreignGrant(world.ground.issuer)],
    ["a grant past its time", (_, grant) => later(2 * dayMs, grant)],
    ["a grant of the generation before", () => world.grantFor(process, { generation: 0 })],
    ["a revoked grant", (_, grant) => revokeGrants(world.ctx, process).then(() => grant)],
    ["a grant whose process ended a week ago", (_, grant) => endedLongAgo(grant)],
    ["a citizen's token past its day", () => staleCitizenToken()],
    ["a text longer than any credential", () => `${"a".repeat(5000)}.b.c`],
  ])("is refused alike for %s", async (_, make) => {
    const response = await read(await make(world.key, world.grantFor(process)));
    expect(response.status).toBe(401);
    expect(await response.text()).toBe(refused);
    expect(world.faults).toEqual([]);
  });

  it.each(["Basic dXNlcjpwYXNz", "Bearer", "Bearer a b", "Digest x", "Bearer \u00ff"])(
    "is refused alike for the header %s",
    async (Authorization) => {
      const response = await world.ask("GET", "/services", { headers: { Authorization } });
      expect(response.status).toBe(401);
      expect(await response.text()).toBe(refused);
    },
  );

  it("is refused for a bad credential even where none is needed", async () => {
    expect((await world.ask("GET", "/services", { as: unissuedKey })).status).toBe(401);
  });

  it("costs no council's database when a key is mistyped", async () => {
    const opened: string[] = [];
    const groundFor = world.store.tenant.bind(world.store);
    world.store.tenant = async (id) => {
      opened.push(id);
      return groundFor(id);
    };
    await world.fetch("/t/nowhere/v1/services", bearing(world.key.slice(0, -1)));
    await world.fetch("/t/exampleshire/v1/services", bearing(`${world.key}x`));
    expect(opened).toEqual([]);
    await world.fetch("/t/exampleshire/v1/services", bearing(world.key));
    expect(opened).toEqual(["exampleshire"]);
  });

  it("costs no council's database when a key is nobody's, or another council's", async () => {
    const key = await foreignKey();
    const opened: string[] = [];
    const api = createApi({
      ...world.deps,
      groundFor: async (id) => {
        opened.push(id);
        return world.groundFor(id);
      },
    });
    const show = async (tenant: string, credential: string) =>
      api.request(`/t/${tenant}/v1/processes`, bearing(credential));
    for (const [tenant, credential] of [
      ["exampleshire", unissuedKey],
      ["exampleshire", key],
      ["nowhere", key],
      ["otherford", world.key],
    ] as const) {
      const response = await show(tenant, credential);
      expect(response.status).toBe(401);
      expect(await response.text()).toBe(refused);
    }
    expect(opened).toEqual([]);
    expect((await show("otherford", key)).status).toBe(200);
    expect(opened).toEqual(["otherford"]);
  });

  it("is answered by the council's copy for trying out, where the key is one for that", async () => {
    const { tenant } = world.ground;
    const copy = { ...tenant, id: "exampleshire-test", sandboxOf: tenant.id };
    await world.store.addTenant(copy, { now: world.clock.now() });
    const sandbox = await world.groundFor(copy.id);
    if (!sandbox) throw new Error("no sandbox");
    const order = { name: "Acme", kind: "vendor", scopes: ["processes:read"] } as const;
    const { key } = await issueKey(asPlatform(sandbox), order);
    expect(key).toMatch(/^gh_test_/);
    const response = await read(key, "/processes");
    expect(await response.json()).toEqual({ data: [] });
    const beside = await world.fetch("/t/exampleshire-test/v1/processes", bearing(key));
    expect(beside.status).toBe(200);
    await world.addCouncil("otherford");
    const elsewhere = await world.fetch("/t/otherford/v1/processes", bearing(key));
    expect(elsewhere.status).toBe(401);
    const live = await world.fetch("/t/exampleshire-test/v1/processes", bearing(world.key));
    expect(live.status).toBe(401);
  });

  it("is no longer known a second after the key was revoked", async () => {
    const key = await world.keyFor("processes:read");
    expect((await read(key)).status).toBe(200);
    await revokeKey(world.ctx, key.slice(8, 20));
    world.clock.move(1000);
    expect((await read(key)).status).toBe(401);
  });

  it("is told nothing of one council's processes by another's key", async () => {
    const key = await foreignKey();
    const response = await world.fetch(`/t/otherford/v1/processes/${process}`, bearing(key));
    const random = await world.fetch(`/t/otherford/v1/processes/${unknown}`, bearing(key));
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(await random.text());
  });

  function later(ms: number, credential: string): string {
    world.clock.move(ms);
    return credential;
  }

  function bearing(credential: string): RequestInit {
    return { headers: { Authorization: `Bearer ${credential}` } };
  }

  async function revokedKey(): Promise<string> {
    const key = await world.keyFor("processes:read");
    await revokeKey(world.ctx, key.slice(8, 20));
    return key;
  }

  async function foreignKey(): Promise<string> {
    const other = await world.addCouncil("otherford");
    const scopes = ["processes:read"] as const;
    return (await issueKey(other, { name: "Acme", kind: "vendor", scopes })).key;
  }

  async function foreignGrant(issuer?: string): Promise<string> {
    const { keys, issuer: own } = await world.addCouncil("otherford");
    return mintGrant(keys.set, {
      issuer: issuer ?? own,
      process,
      connector: "back-office",
      scope: ["processes:read"],
      generation: 1,
      jti: "out_1",
      issuedAt: new Date(world.clock.now()),
      expiresAt: new Date(world.clock.now() + dayMs),
    });
  }

  function hs256(grant: string): string {
    const [key] = world.ground.keys.set.keys;
    const header = base64Url({ alg: "HS256", kid: key?.kid, typ: "grant+jwt" });
    const text = `${header}.${payloadOf(grant)}`;
    return `${text}.${sign(key?.publicJwk.x ?? "", text)}`;
  }

  function turned(grant: string): string {
    const at = grant.lastIndexOf(".") + 1;
    const letter = grant[at] === "A" ? "B" : "A";
    return grant.slice(0, at) + letter + grant.slice(at + 1);
  }

  async function endedLongAgo(grant: string): Promise<string> {
    const longer = world.grantFor(process, {
      expiresAt: new Date(world.clock.now() + 30 * dayMs),
    });
    const tasks = await world.ask("GET", `/processes/${process}/tasks`, { as: grant });
    for (const { id } of (await tasks.json()).data)
      await world.ask("POST", `/tasks/${id}/complete`, { as: grant, json: {} });
    expect((await read(longer)).status).toBe(200);
    world.clock.move(7 * dayMs + 1);
    return longer;
  }

  function staleCitizenToken(): string {
    const now = world.clock.now();
    const token = mintCitizenToken(world.ground.keys.set, {
      issuer: world.ground.issuer,
      subject: { kind: "process", id: process },
      scope: ["processes:read"],
      jti: "jti_1",
      issuedAt: new Date(now),
      expiresAt: new Date(now + dayMs),
    });
    world.clock.move(dayMs + 60_000);
    return token;
  }
});
