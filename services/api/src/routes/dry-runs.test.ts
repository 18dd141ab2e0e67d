import { noise } from "@guildhall/domain/testing";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const nobodys = "dry_01kb3zq8w5v0t6m2h9r4c7d1xe";

const stranger = {
  organisation: "Acme",
  kind: "vendor",
  purpose: "To try it out",
  scopes: ["services:read"],
  contact: { name: "Ada Byron", email: "ada@acme.example" },
  wants: "test",
};

describe("the routes of what is tried out", () => {
  let world: ApiWorld;
  let as: string;
  beforeEach(async () => {
    world = await createApiWorld();
    as = await world.keyFor("services:read", "services:write");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const headers = { Prefer: "respond-async" };
  const ask = (path: string, json: object = {}, more = {}) =>
    world.ask("POST", `/services/noise/${path}`, { as, json, ...more });
  const read = (path: string) => world.ask("GET", `/services/noise/${path}`, { as });

  it.each(["dry-runs", "scenario-runs"])(
    "answer when %s are done, and tell of them later",
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      const run = await answer.json();
      expect(run.outcome).not.toBe("running");
      const later = await read(`${path}/${run.id}`);
      expect(later.status).toBe(200);
      expect(await later.json()).toEqual(run);
    },
  );

  it.each(["dry-runs", "scenario-runs"])(
    "begin %s for whoever does not want to wait, who follows them",
    async (path) => {
      const answer = await ask(path, {}, { headers });
      expect(answer.status).toBe(202);
      const { id } = await answer.json();
      expect(answer.headers.get("location")).toMatch(
        new RegExp(`/v1/services/noise/${path}/${id}$`),
      );
      expect(answer.headers.get("preference-applied")).toBe("respond-async");
      await vi.waitFor(async () => {
        const { outcome } = await (await read(`${path}/${id}`)).json();
        expect(outcome).not.toBe("running");
      });
      expect(world.faults).toEqual([]);
    },
  );

  it("answer the same for a run of another kind, of another service, and for none", async () => {
    const { id } = await (await ask("dry-runs")).json();
    const other = await read(`scenario-runs/${id}`);
    const elsewhere = await world.ask("GET", `/services/other/dry-runs/${id}`, { as });
    const none = await read(`dry-runs/${nobodys}`);
    const bodies = await Promise.all([other, elsewhere, none].map((one) => one.text()));
    expect([other.status, elsewhere.status, none.status]).toEqual([404, 404, 404]);
    expect(new Set(bodies).size).toBe(1);
  });

  it("show nobody in the sandbox what was tried, nor how it went", async () => {
    const { id: _, ...definition } = { ...noise, title: "Not yet published" };
    const run = await (await ask("dry-runs", { definition })).json();
    const asked = await world.ask("POST", "/access-requests", { json: stranger });
    expect(asked.status).toBe(201);
    const { testKey } = await asked.json();
    const seen = async (path: string) => {
      const response = await world.ask("GET", `/services/noise${path}`, { as: testKey.key });
      return { status: response.status, text: await response.text() };
    };
    const { status, text } = await seen("/versions");
    expect([status, JSON.parse(text).data.length]).toEqual([200, 1]);
    for (const path of [
      "/versions/2/definition",
      "?version=2",
      `/dry-runs/${run.id}`,
      `/dry-runs/${nobodys}`,
    ])
      expect([path, (await seen(path)).status]).toEqual([path, 404]);
    expect(await world.groundFor("exampleshire-test-test")).toBeUndefined();
  });

  it("forget a run after a day", async () => {
    const { id } = await (await ask("dry-runs")).json();
    world.clock.move(86_400_001);
    expect((await read(`dry-runs/${id}`)).status).toBe(404);
  });

  it("refuse a scenario that there is none of, what is no fault, and two things to try at once", async () => {
    const status = async (json: object, path = "dry-runs") => (await ask(path, json)).status;
    expect(await status({ scenario: "nowhere" })).toBe(422);
    expect(await status({ scenarios: ["nowhere"] }, "scenario-runs")).toBe(422);
    expect(await status({ fault: "earthquake" })).toBe(422);
    expect(await status({ draft: true, version: 1 })).toBe(422);
    expect(await status({ draft: true, version: 1 }, "scenario-runs")).toBe(422);
    expect(await status({ draft: true })).toBe(404);
  });
});
