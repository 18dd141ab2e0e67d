import { addNote } from "../note/add.ts";
import { removePerson } from "../person/change.ts";
import { colleague, createWorld } from "../testing.ts";
import { followCase, listFollowedCases, unfollowCase } from "./follow.ts";
import { viewCase } from "./viewers.ts";

const note = { contents: "They rang again", visibleToCitizen: false };

describe("followCase", () => {
  it("makes news of what others do from then on, until the case is opened", async () => {
    await using world = await createWorld();
    const [olive, ada] = [await colleague(world), await colleague(world, "Ada Byron")];
    const { id } = await world.start();
    const { id: other } = await world.start();
    await followCase(olive, id);
    const news = async () => {
      const { data } = await listFollowedCases(olive, { limit: 9 });
      return data.map(({ process, changes }) => [process.id, changes.map(({ type }) => type)]);
    };
    expect(await news()).toEqual([[id, []]]);
    await addNote(ada, id, note);
    await addNote(olive, id, note);
    await addNote(ada, other, note);
    await followCase(olive, id);
    expect(await news()).toEqual([[id, ["note.added"]]]);
    expect(await viewCase(ada, id)).toMatchObject({ follows: false });
    expect(await news()).toEqual([[id, ["note.added"]]]);
    expect(await viewCase(olive, id)).toMatchObject({ follows: true });
    expect(await news()).toEqual([[id, []]]);
    expect(await listFollowedCases(ada, { limit: 9 })).toEqual({ data: [] });
  });

  it("lists the cases part by part, newest first, until each is followed no more", async () => {
    await using world = await createWorld();
    const olive = await colleague(world);
    const [{ id: first }, { id: second }] = [await world.start(), await world.start()];
    for (const id of [second, first]) await followCase(olive, id);
    const { data, nextCursor } = await listFollowedCases(olive, { limit: 1 });
    expect(data.map(({ process }) => process.id)).toEqual([second]);
    const rest = await listFollowedCases(olive, { limit: 1, cursor: nextCursor });
    expect(rest.data.map(({ process }) => process.id)).toEqual([first]);
    expect(rest).not.toHaveProperty("nextCursor");
    await unfollowCase(olive, second);
    await unfollowCase(olive, second);
    expect((await listFollowedCases(olive, { limit: 9 })).data).toHaveLength(1);
  });

  it("is forgotten with the person", async () => {
    await using world = await createWorld();
    const olive = await colleague(world);
    await followCase(olive, (await world.start()).id);
    await removePerson(world.ctx, olive.actor.id);
    expect(await listFollowedCases(olive, { limit: 9 })).toEqual({ data: [] });
  });

  it("is for members of staff alone, and of what is there", async () => {
    await using world = await createWorld();
    const { id } = await world.start();
    const refused = { code: "scope-missing" };
    for (const verb of [followCase, unfollowCase])
      await expect(verb(world.as({}), id)).rejects.toMatchObject(refused);
    await expect(listFollowedCases(world.as({}), { limit: 9 })).rejects.toMatchObject(refused);
    const olive = await colleague(world);
    for (const verb of [followCase, unfollowCase])
      await expect(verb(olive, "prc_nobody")).rejects.toMatchObject({ code: "not-found" });
  });
});
