import { addNote } from "../note/add.ts";
import { createWorld, type World } from "../testing.ts";
import { changesAfter, lastChange } from "./last-change.ts";

describe("changes", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("name each process once that something happened to after a place, and no other", async () => {
    const [one, other] = [await world.start(), await world.start()];
    const before = await lastChange(world.ground);
    for (const contents of ["First", "Second"])
      await addNote(world.as({}), one.id, { contents, visibleToCitizen: true });
    const last = await lastChange(world.ground);
    expect(await changesAfter(world.ground, before)).toEqual({
      place: last,
      references: new Set([one.reference]),
    });
    expect((await changesAfter(world.ground, 0))?.references).toEqual(
      new Set([one.reference, other.reference]),
    );
  });

  it("are none where nothing happened, and unknown after a place that is not there", async () => {
    await world.start();
    const last = await lastChange(world.ground);
    expect(await changesAfter(world.ground, last)).toEqual({ place: last, references: new Set() });
    expect(await changesAfter(world.ground, last + 1)).toBeUndefined();
  });
});
