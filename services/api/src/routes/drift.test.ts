import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("the routes of drift and dry runs", () => {
  let world: ApiWorld;
  beforeEach(async () => {
    world = await createApiWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("tell what was found when a back office was looked at, now and later", async () => {
    const as = await world.keyFor("connectors:read", "connectors:write");
    const path = "/connectors/back-office/drift";
    expect(await (await world.ask("GET", path, { as })).json()).toMatchObject({ state: "unseen" });
    const looked = await (await world.ask("POST", path, { as })).json();
    expect(looked).toMatchObject({ connector: "back-office", state: "untold", findings: [] });
    expect(await (await world.ask("GET", path, { as })).json()).toEqual(looked);
  });

  it("refuse who may only read, and who asks for a connector that is not there", async () => {
    const as = await world.keyFor("connectors:read");
    expect((await world.ask("POST", "/connectors/back-office/drift", { as })).status).toBe(403);
    expect((await world.ask("GET", "/connectors/nowhere/drift", { as })).status).toBe(404);
  });

  it("try a service out and say at which station it stands", async () => {
    const as = await world.keyFor("services:write");
    const answer = await world.ask("POST", "/services/noise/dry-runs", { as, json: {} });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ service: "noise", outcome: "waiting" });
  });

  it("refuse a version and a definition at once, and a service that is not there", async () => {
    const as = await world.keyFor("services:write");
    const both = { version: 1, definition: {} };
    const path = "/services/noise/dry-runs";
    expect((await world.ask("POST", path, { as, json: both })).status).toBe(422);
    const nowhere = await world.ask("POST", "/services/nowhere/dry-runs", { as, json: {} });
    expect(nowhere.status).toBe(404);
  });
});
