import { listEvents, listFollowerIds } from "@guildhall/store";
import { loadMessage } from "../message/load.ts";
import { addNote } from "../note/add.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { updateTask } from "../task/update.ts";
import { forgetOld } from "../tenant/forget-old.ts";
import { lastKey } from "../testing/drafts.ts";
import { createWorld, follow, inTheStreet, startAt, type World } from "../testing.ts";
import { askToFollow } from "./ask.ts";
import { confirmFollow, findFollow, stopFollow } from "./link.ts";
import { anHourMs, followersKeptMs, mostLinksInAnHour, wishKeptMs } from "./terms.ts";

const bob = "bob@example.com";

describe("following a request of somebody else", () => {
  let world: World;
  let id: string;
  let reference: string;
  beforeEach(async () => {
    world = await createWorld();
    await world.publish(inTheStreet);
    ({ id, reference } = await startAt(world));
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ask = (email = bob, of = reference, language: "en" | "cy" = "en") =>
    askToFollow(world.ctx, of, { email, language });
  const letters = async (before: number) =>
    world.handover.given.slice(before).filter(({ kind }) => kind === "message").length;
  const lettersFor = async (work: () => Promise<unknown>) => {
    const before = world.handover.given.length;
    await work();
    return letters(before);
  };
  const task = async () => (await listTasks(world.ctx, id)).data[0]?.id ?? "";
  const moveTo = async (stage: string) => updateTask(world.ctx, await task(), { stage });
  const end = async () =>
    completeTask(world.ctx, await task(), { outcome: "completed", fields: { reason: "Cleaned" } });
  const updates = async () =>
    (await world.owed(id)).filter(({ purpose }) => purpose === "follower-update");
  const loaded = async (nth = -1) => {
    const row = (await updates()).at(nth);
    return loadMessage(world.ctx, {
      tenant: "exampleshire",
      kind: "message",
      id: row?.id ?? "",
      generation: row?.generation ?? 0,
    });
  };
  const stateOf = async (key: string) => (await findFollow(world.ctx, key)).state;

  it("begins only when the link that was sent is followed, and then with each change", async () => {
    await ask();
    const key = await lastKey(world);
    await moveTo("looking");
    expect(await updates()).toEqual([]);
    expect(await findFollow(world.ctx, key)).toEqual({
      state: "asked",
      reference,
      service: "noise",
      serviceTitle: "Report a noise nuisance",
    });
    expect((await confirmFollow(world.ctx, key)).state).toBe("following");
    expect((await confirmFollow(world.ctx, key)).state).toBe("following");
    await moveTo("visit");
    await moveTo("visit");
    expect(await updates()).toHaveLength(1);
    expect(await world.told(id)).toContain("process.followed");
  });

  it("tells of the stage and the end in words that hold nobody's name and no note", async () => {
    await follow(world, reference, bob);
    await addNote(world.ctx, id, { contents: "Ada lives at 7", visibleToCitizen: true });
    await moveTo("visit");
    const moved = await loaded();
    expect(moved).toMatchObject({
      to: bob,
      facts: { subject: `${reference}: A visit is arranged` },
      action: { url: `https://guildhall.test/c/exampleshire/track/${reference}` },
      stop: { url: expect.stringMatching(/\/c\/exampleshire\/following\/[0-9a-z]{52}\/stop$/) },
    });
    expect(moved).not.toHaveProperty("track");
    await end();
    const ended = await loaded();
    expect(ended?.facts.text).toContain("This is the last update");
    expect(JSON.stringify([moved, ended])).not.toMatch(/Ada|lives|Cleaned|key=/);
    expect(await updates()).toHaveLength(2);
  });

  it("is in the language that was chosen, as far as the service speaks it", async () => {
    await world.publish({
      ...inTheStreet,
      welsh: { title: { of: "Report a noise nuisance", text: "Rhoi gwybod am sŵn" } },
    });
    ({ id, reference } = await startAt(world));
    await ask(bob, reference, "cy");
    expect(await world.handover.given.length).toBeGreaterThan(0);
    const ticket = world.handover.given.at(-1);
    const letter = ticket && (await loadMessage(world.ctx, ticket));
    expect(letter).toMatchObject({ language: "cy", facts: { text: expect.stringMatching(/sŵn/) } });
    await confirmFollow(world.ctx, await lastKey(world));
    await moveTo("visit");
    expect(await loaded()).toMatchObject({
      language: "cy",
      action: { url: expect.stringContaining("/c/exampleshire/cy/track/") },
    });
  });

  it("is stopped by the link, twice without an error, and the address is gone", async () => {
    const key = await follow(world, reference, bob);
    await moveTo("looking");
    await stopFollow(world.ctx, key);
    await stopFollow(world.ctx, key);
    expect(await loaded()).toBeUndefined();
    await moveTo("visit");
    expect(await updates()).toHaveLength(1);
    expect(await stateOf(key)).toBe("stopped");
    expect((await confirmFollow(world.ctx, key)).state).toBe("stopped");
    const stops = (await world.told(id)).filter((type) => type === "process.followed-no-more");
    expect(stops).toHaveLength(1);
  });

  it("can be asked for again by whoever has stopped", async () => {
    await stopFollow(world.ctx, await follow(world, reference, bob));
    await follow(world, reference, bob);
    await moveTo("visit");
    expect(await updates()).toHaveLength(1);
  });

  it("has no use for a link that was altered, or is another council's", async () => {
    const key = await follow(world, reference, bob);
    const other = await world.addCouncil("otherton");
    const altered = `${key.slice(0, -1)}${key.endsWith("0") ? "1" : "0"}`;
    const swapped = `${key.slice(26)}${key.slice(0, 26)}`;
    for (const [ctx, wrong] of [
      [world.ctx, altered],
      [world.ctx, swapped],
      [world.ctx, ""],
      [other, key],
    ] as const)
      for (const verb of [findFollow, confirmFollow, stopFollow])
        await expect(verb(ctx, wrong)).rejects.toMatchObject({ code: "not-found" });
    expect(await stateOf(key)).toBe("following");
  });

  it("is not of what others may not see, and says the same of it as of nothing", async () => {
    const placeless = await world.start();
    for (const private_ of ["EXM-2222-2222", placeless.reference])
      await expect(ask(bob, private_)).rejects.toMatchObject({ code: "not-found" });
    const key = await follow(world, reference, bob);
    await world.publish({ ...inTheStreet, lookFirst: undefined });
    await expect(ask()).rejects.toMatchObject({ code: "not-found" });
    expect(await stateOf(key)).toBe("stopped");
  });

  it("is over with a request that has ended, before it was asked for or between", async () => {
    await ask();
    const key = await lastKey(world);
    await end();
    expect((await confirmFollow(world.ctx, key)).state).toBe("ended");
    await expect(ask()).rejects.toMatchObject({ code: "process-closed" });
    expect(await listFollowerIds(world.ctx.db, id)).toEqual([]);
  });

  it("sends no letter to whoever follows already, and no more than a few to one address", async () => {
    await follow(world, reference, bob);
    expect(await lettersFor(() => ask())).toBe(0);
    for (let at = 1; at < mostLinksInAnHour; at += 1) {
      const another = await startAt(world);
      expect(await lettersFor(() => ask(bob, another.reference))).toBe(1);
    }
    const last = await startAt(world);
    expect(await lettersFor(() => ask(bob, last.reference))).toBe(0);
    world.clock.move(anHourMs);
    expect(await lettersFor(() => ask(bob, last.reference))).toBe(1);
  });

  it("is told to each of many with one change, each once", async () => {
    for (let at = 0; at < 25; at += 1) await follow(world, reference, `someone-${at}@example.com`);
    await moveTo("visit");
    const owed = await updates();
    expect(new Set(owed.map(({ subject }) => subject)).size).toBe(25);
    expect(owed).toHaveLength(25);
  });

  it("is forgotten where it was not confirmed in time, and some days after the end", async () => {
    await ask();
    const late = await lastKey(world);
    const key = await follow(world, reference, "carol@example.com");
    world.clock.move(wishKeptMs + 1);
    expect(await stateOf(late)).toBe("stopped");
    await forgetOld(world.ground);
    expect((await confirmFollow(world.ctx, late)).state).toBe("stopped");
    await end();
    world.clock.move(followersKeptMs);
    await forgetOld(world.ground);
    expect(await stateOf(key)).toBe("ended");
    world.clock.move(1);
    await forgetOld(world.ground);
    expect(await stateOf(key)).toBe("stopped");
  });

  it("leaves no address in the trail of events", async () => {
    await stopFollow(world.ctx, await follow(world, reference, bob));
    expect(JSON.stringify(await listEvents(world.ctx.db, id))).not.toContain("bob");
  });
});
