import { approveAccess } from "@guildhall/domain";
import { addStaff, signInByLink } from "@guildhall/domain/testing";
import { issueRequestToken } from "@guildhall/keys";
import { createApi } from "../app.ts";
import { exampleAccessRequest } from "../examples.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const unknown = "acc_01kb3zq8w5v0t6m2h9r4c7d1xe";

describe("/access-requests", () => {
  let world: ApiWorld;
  beforeEach(async () => {
    world = await createApiWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function ask(changed: object = {}, headers: Record<string, string> = {}) {
    const json = { ...exampleAccessRequest, ...changed };
    const response = await world.ask("POST", "/access-requests", { json, headers });
    expect(response.status).toBe(201);
    return { response, ...(await response.json()) };
  }

  it("gives anyone a test key and a token, and says where the request is", async () => {
    const { response, request, token, testKey } = await ask();
    expect(response.headers.get("location")).toBe(
      `https://guildhall.test/t/exampleshire/v1/access-requests/${request.id}`,
    );
    const mine = await world.ask("GET", `/access-requests/${request.id}`, { as: token });
    expect(await mine.json()).toEqual(request);
    const tried = await world.fetch(new URL(`${testKey.baseUrl}/processes`).pathname, {
      headers: { Authorization: `Bearer ${testKey.key}` },
    });
    expect([tried.status, await tried.json()]).toEqual([200, { data: [] }]);
  });

  it("answers a test key at the council's own address from the sandbox alone", async () => {
    const { testKey } = await ask();
    await world.start();
    const mine = await world.ask("GET", "/processes", { as: testKey.key });
    expect(await mine.json()).toEqual({ data: [] });
    const theirs = await world.ask("GET", "/processes", { as: world.key });
    expect((await theirs.json()).data).toHaveLength(1);
  });

  it("gives the same answer where the same request comes again", async () => {
    const headers = { "Idempotency-Key": "the-same-request-twice" };
    const { response: _, ...first } = await ask({}, headers);
    const { response, ...second } = await ask({}, headers);
    expect(second).toEqual(first);
    expect(response.headers.get("idempotent-replayed")).toBe("true");
  });

  it.each([
    ["/organisation", { organisation: "" }],
    ["/organisation", { organisation: "Two\nlines" }],
    ["/organisation", { organisation: "Two\u2028lines" }],
    ["/organisation", { organisation: "Shown \u202ebackwards" }],
    ["/organisation", { organisation: " \u200b" }],
    ["/scopes/0", { scopes: ["keys:write"] }],
    ["/scopes", { scopes: [] }],
    ["/scopes", { scopes: ["notes:read", "notes:read"] }],
    ["/contact/email", { contact: { name: "Grace", email: "grace" } }],
    ["/wants", { wants: "everything" }],
    ["/extra", { extra: true }],
  ])("is refused where %s is not right", async (pointer, changed) => {
    const json = { ...exampleAccessRequest, ...changed };
    const response = await world.ask("POST", "/access-requests", { json });
    expect(response.status).toBe(422);
    expect((await response.json()).errors).toEqual([expect.objectContaining({ pointer })]);
  });

  it("lets its applicant collect the live key once", async () => {
    const { request, token } = await ask();
    const path = `/access-requests/${request.id}/key`;
    const early = await world.ask("POST", path, { as: token, json: {} });
    expect(early.status).toBe(409);
    await approveAccess(world.ctx, request.id, { scopes: ["notes:read"] });

    const headers = { "Idempotency-Key": "collecting-it-just-once" };
    const collected = await world.ask("POST", path, { as: token, json: {}, headers });
    const { key, ...rest } = await collected.json();
    expect([collected.status, key]).toEqual([201, expect.stringMatching(/^gh_live_/)]);
    const used = await world.ask("GET", "/processes", { as: key });
    expect(await used.json()).toMatchObject({ code: "scope-missing" });
    const again = await world.ask("POST", path, { as: token, json: {}, headers });
    expect(await again.json()).toEqual(rest);
    const anew = await world.ask("POST", path, { as: token, json: {} });
    expect(anew.status).toBe(409);
  });

  it("tells an applicant the same of another's request as of none", async () => {
    const { request } = await ask();
    const { token } = await ask();
    for (const [method, end] of [
      ["GET", ""],
      ["POST", "/key"],
    ] as const) {
      const json = method === "POST" ? {} : undefined;
      const foreign = await world.ask(method, `/access-requests/${request.id}${end}`, {
        as: token,
        json,
      });
      const random = await world.ask(method, `/access-requests/${unknown}${end}`, {
        as: token,
        json,
      });
      expect(foreign.status).toBe(404);
      expect(await foreign.text()).toBe(await random.text());
    }
  });

  it("opens nothing else with a request's token, nor with one that was made up", async () => {
    const { token } = await ask();
    const { id } = await world.start();
    for (const path of [`/processes/${id}`, "/processes", "/access-requests"])
      expect((await world.ask("GET", path, { as: token })).status).toBe(403);
    for (const wrong of [issueRequestToken(unknown).token, `${token.slice(0, -1)}x`])
      expect((await world.ask("GET", "/services", { as: wrong })).status).toBe(401);
    const other = await world.addCouncil("otherton");
    const elsewhere = await world.fetch(`/t/${other.tenant.id}/v1/services`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(elsewhere.status).toBe(401);
  });

  it("has its test key ended by whoever looks after keys, once, and by nobody else", async () => {
    const { request, token, testKey } = await ask();
    const path = `/access-requests/${request.id}/test-key`;
    for (const as of [token, testKey.key, world.key])
      expect((await world.ask("DELETE", path, { as })).status).toBeGreaterThanOrEqual(403);
    const admin = await addStaff(world.ctx, ["tenant-admin"]);
    const as = (await signInByLink(world, admin)).token;
    for (let times = 0; times < 2; times += 1)
      expect((await world.ask("DELETE", path, { as })).status).toBe(204);
    world.clock.move(1000);
    expect((await world.ask("GET", "/processes", { as: testKey.key })).status).toBe(401);
    const trail = await world.ask("GET", "/audit?type=key.revoked", { as });
    const { data } = await trail.json();
    expect(data).toMatchObject([{ subject: testKey.id, actor: { kind: "staff" } }]);
  });

  it("takes ten requests an hour from one address", async () => {
    const api = createApi(world.deps);
    const asking = async (address: string, nth: number) => {
      const request = new Request("https://guildhall.test/t/exampleshire/v1/access-requests", {
        method: "POST",
        body: JSON.stringify(exampleAccessRequest),
        headers: {
          "Content-Type": "application/json",
          "Idempotency-Key": `asking-${nth}-${address}`,
        },
      });
      return api.fetch(request, { caller: { address } });
    };
    for (let nth = 0; nth < 10; nth += 1)
      expect((await asking("203.0.113.7", nth)).status).toBe(201);
    const refused = await asking("203.0.113.7", 10);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await asking("203.0.113.8", 0)).status).toBe(201);
  });
});
