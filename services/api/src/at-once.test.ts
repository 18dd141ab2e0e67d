import { listEvents, verifyChain } from "@guildhall/store";
import { type ApiWorld, createApiWorld } from "./testing.ts";

describe("a hundred writes at once", () => {
  let world: ApiWorld;
  beforeEach(async () => {
    world = await createApiWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("are all done, each once, and the next as well", async () => {
    const { id } = await world.start();
    const note = (contents: string) =>
      world.ask("POST", `/processes/${id}/notes`, {
        as: world.key,
        json: { contents, visibleToCitizen: false },
      });
    const done = await Promise.all(Array.from({ length: 100 }, (_, at) => note(`Note ${at}`)));
    expect(done.filter(({ status }) => status === 201)).toHaveLength(100);
    const notes = await world.ask("GET", `/processes/${id}/notes`, { as: world.key });
    const contents = (await notes.json()).data.map((one: { contents: string }) => one.contents);
    expect(new Set(contents).size).toBe(100);
    expect((await note("One more")).status).toBe(201);
    const { db } = world.ground;
    const added = (await listEvents(db, id)).filter(({ type }) => type === "note.added");
    expect(added).toHaveLength(101);
    expect((await verifyChain(db)).brokenAt).toBeUndefined();
  });
});
