import { addPerson, getWorkload } from "@guildhall/domain";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("the work of teams over the API", () => {
  let world: ApiWorld;
  let team: string;
  beforeEach(async () => {
    world = await createApiWorld();
    await world.start();
    team = (await getWorkload(world.ctx)).teams[0]?.team ?? "";
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("is counted, and shared out once however often the same is asked", async () => {
    const as = await world.keyFor("tasks:read", "tasks:write");
    const before = await (await world.ask("GET", "/workload", { as })).json();
    expect(before).toMatchObject({ processes: { open: 1, late: 0 }, tasks: { unowned: 1 } });
    const person = { name: "Ann", email: "ann@exampleshire.test", teams: [team] };
    const { id } = await addPerson(world.ctx, { ...person, roles: ["caseworker"] });
    const headers = { "Idempotency-Key": "share-out-the-first" };
    const path = `/teams/${encodeURIComponent(team)}/allocation`;
    for (const replayed of [null, "true"]) {
      const response = await world.ask("POST", path, { as, headers });
      expect(response.headers.get("Idempotent-Replayed")).toBe(replayed);
      expect(await response.json()).toEqual({
        team,
        people: [{ id, name: "Ann", given: 1 }],
        left: 0,
      });
    }
  });

  it("is not shared out where nobody is of the team", async () => {
    const as = await world.keyFor("tasks:write");
    const response = await world.ask("POST", "/teams/never/allocation", { as });
    expect([response.status, (await response.json()).code]).toEqual([404, "not-found"]);
  });
});
