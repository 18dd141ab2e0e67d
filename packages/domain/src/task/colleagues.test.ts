import { addPerson } from "../person/add.ts";
import { changePerson } from "../person/change.ts";
import { colleague, createWorld, type World } from "../testing.ts";
import { listColleagues } from "./colleagues.ts";

describe("listColleagues", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const add = (name: string, roles: Parameters<typeof addPerson>[1]["roles"]) =>
    addPerson(world.ctx, { name, email: `${name.toLowerCase()}@example.com`, roles });

  it("names by name whoever can be given a task, though they have none yet", async () => {
    const olive = await colleague(world);
    const zoe = await add("Zoe", ["caseworker"]);
    const amy = await add("Amy", ["caseworker"]);
    await add("Vera", ["viewer"]);
    const gone = await add("Gone", ["caseworker"]);
    await changePerson(world.ctx, gone.id, { active: false });
    const { data } = await listColleagues(olive);
    const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
    expect(data.filter(({ id }) => id !== olive.actor.id)).toEqual([amy, zoe].map(named));
    expect(data.map(({ id }) => id)).toContain(olive.actor.id);
  });

  it("is refused to a key", async () => {
    await expect(listColleagues(world.as({}))).rejects.toMatchObject({ code: "scope-missing" });
  });

  it("names more than are read at a time", async () => {
    const olive = await colleague(world);
    for (let one = 0; one < 101; one += 1) await add(`Person${one}`, ["caseworker"]);
    expect((await listColleagues(olive)).data).toHaveLength(102);
  });
});
