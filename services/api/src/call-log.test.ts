import type { Call, CallCount } from "@guildhall/contract";
import { countCalls } from "@guildhall/domain";
import { issueKey as makeKey, parseKey } from "@guildhall/keys";
import { type ApiWorld, createApiWorld } from "./testing.ts";

describe("the call log", () => {
  let world: ApiWorld;
  /** Sees its own calls. */
  let vendor: string;
  beforeEach(async () => {
    world = await createApiWorld();
    vendor = await world.keyFor("calls:read", "processes:read");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("has each call by its route, with no id that was asked for and no value", async () => {
    const { id } = await world.start();
    await world.ask("GET", `/processes/${id}?secret=Ada`, { as: vendor });
    const [call] = await own();
    expect(call).toMatchObject({
      caller: { kind: "key", id: parseKey(vendor)?.id, name: "Acme Case Systems" },
      method: "GET",
      route: "/v1/processes/{id}",
      status: 200,
      outcome: "ok",
    });
    expect(JSON.stringify(call)).not.toMatch(new RegExp(`${id}|Ada`));
  });

  it("has the id that was answered with a call", async () => {
    const answer = await world.ask("GET", "/processes", { as: vendor });
    const [call] = await own();
    expect(call?.requestId).toBe(answer.headers.get("x-request-id"));
  });

  it.each([
    ["GET /processes/prc_0", 404, "/v1/processes/{id}", "not-found"],
    ["GET /events", 403, "/v1/events", "scope-missing"],
    ["PUT /processes", 405, "/v1/processes", "method-not-allowed"],
    ["GET /nothing/Ada", 404, "/v1/*", "not-found"],
    ["GET /processes?limit=x", 422, "/v1/processes", "request-invalid"],
  ])("has %s, refused with %i", async (request, status, route, code) => {
    const [method = "", path] = request.split(" ");
    await world.fetch(`/t/exampleshire/v1${path}`, { method, headers: bearing(vendor) });
    const [call] = await own();
    expect(call).toMatchObject({ method, status, outcome: "refused", route, code });
  });

  it("has a wrong secret under the key that was tried, for its holder to see", async () => {
    const { key: wrong } = makeKey({ environment: "live", id: parseKey(vendor)?.id ?? "" });
    expect(
      (await world.fetch("/t/exampleshire/v1/processes", { headers: bearing(wrong) })).status,
    ).toBe(401);
    const [call] = await own();
    expect(call).toMatchObject({ status: 401, code: "unauthenticated" });
  });

  it("has nothing of a key that is nobody's", async () => {
    const other = await createApiWorld();
    const { key } = other;
    await other[Symbol.asyncDispose]();
    await world.fetch("/t/exampleshire/v1/processes", { headers: bearing(key) });
    await world.fetch("/t/exampleshire/v1/processes", { headers: bearing("gh_live_nonsense") });
    await world.calls.flush();
    expect(await counts()).toEqual([]);
  });

  it("has back offices by their connector, and citizens only counted", async () => {
    const { id } = await world.start();
    const grant = world.grantFor(id);
    await world.ask("GET", `/processes/${id}`, { as: grant });
    await world.ask("GET", "/services");
    await world.calls.flush();
    const none = { refused: 0, failed: 0 };
    expect(await counts()).toEqual([
      expect.objectContaining({
        caller: expect.objectContaining({ id: "back-office" }),
        ok: 1,
        ...none,
      }),
      expect.objectContaining({ caller: { kind: "citizen" }, ok: 1, ...none }),
    ]);
  });

  it("has who asked for an access token, and with what outcome", async () => {
    const { id } = parseKey(vendor) ?? {};
    const body = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: `${id}`,
      client_secret: vendor,
    });
    await world.fetch("/t/exampleshire/oauth/token", { method: "POST", body });
    const [call] = await own();
    expect(call).toMatchObject({
      method: "POST",
      route: "/oauth/token",
      caller: { id },
      status: 200,
    });
  });

  it("shows a key its own calls, whatever it asks for", async () => {
    await world.ask("GET", "/processes", { as: world.key });
    await world.ask("GET", "/processes", { as: vendor });
    await world.calls.flush();
    const other = parseKey(world.key)?.id;
    for (const path of ["/calls", `/calls?caller=${other}`]) {
      const { data } = await (await world.ask("GET", path, { as: vendor })).json();
      expect(data.map(({ caller }: Call) => caller.id)).toEqual([parseKey(vendor)?.id]);
    }
  });

  it("is a spreadsheet where that is asked for", async () => {
    await world.ask("GET", "/processes", { as: vendor });
    await world.calls.flush();
    const sheet = await world.ask("GET", "/calls", { as: vendor, headers: { Accept: "text/csv" } });
    const [heading, row] = (await sheet.text()).split("\r\n");
    expect(heading).toContain("id,at,callerKind,caller,callerName,method,route,status");
    expect(row).toContain("GET,/v1/processes,200,ok");
  });

  it.each([
    ["/calls?status=99", "/status"],
    ["/calls?outcome=bad", "/outcome"],
    ["/calls?since=yesterday", "/since"],
    ["/calls?limit=101", "/limit"],
    ["/calls?cursor=x", "/cursor"],
    ["/calls/summary?days=91", "/days"],
  ])("refuses %s", async (path, pointer) => {
    const refused = await world.ask("GET", path, { as: vendor });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ pointer }] });
  });

  it.each(["/calls", "/calls/summary"])(
    "refuses %s without its scope, and without credential",
    async (path) => {
      expect((await world.ask("GET", path, { as: world.key })).status).toBe(403);
      expect((await world.ask("GET", path)).status).toBe(401);
    },
  );

  /** The vendor's own calls, newest first. */
  async function own(): Promise<Call[]> {
    await world.calls.flush();
    const answer = await world.ask("GET", "/calls", { as: vendor });
    return (await answer.json()).data;
  }
  /** All counts, as the tenant's staff see them. */
  async function counts(): Promise<CallCount[]> {
    return (await countCalls(world.ctx, { days: 1 })).data;
  }
});

function bearing(credential: string): Record<string, string> {
  return { Authorization: `Bearer ${credential}` };
}
