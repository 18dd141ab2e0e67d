import { lastPlace, listCaseViewers } from "@guildhall/store";
import { colleague, createWorld } from "../testing.ts";
import { viewCase } from "./viewers.ts";

describe("viewCase", () => {
  it("tells colleagues of each other while they have the same case open, and keeps nothing", async () => {
    await using world = await createWorld();
    const [olive, ada] = [await colleague(world), await colleague(world, "Ada Byron")];
    const { id } = await world.start();
    const { id: other } = await world.start();
    const before = await lastPlace(world.ctx.db);
    expect(await viewCase(olive, id)).toEqual({ data: [], follows: false });
    const seenAt = new Date(world.clock.now()).toISOString();
    world.clock.move(60_000);
    expect(await viewCase(ada, id)).toEqual({
      data: [{ name: "Olive Okafor", seenAt }],
      follows: false,
    });
    expect(await viewCase(ada, other)).toEqual({ data: [], follows: false });
    world.clock.move(60_000);
    expect(await viewCase(ada, id)).toEqual({ data: [], follows: false });
    const place = { process: id, person: ada.actor.id, seenAt: 0 };
    expect(await listCaseViewers(world.ctx.db, place)).toEqual([]);
    expect(await lastPlace(world.ctx.db)).toBe(before);
  });

  it("is for those who are signed in alone, and of what is there", async () => {
    await using world = await createWorld();
    const { id } = await world.start();
    await expect(viewCase(world.as({}), id)).rejects.toMatchObject({ code: "scope-missing" });
    const olive = await colleague(world);
    await expect(viewCase(olive, "prc_nobody")).rejects.toMatchObject({ code: "not-found" });
  });
});
