import type { Change } from "@guildhall/contract";
import { findConnector } from "@guildhall/store";
import { acceptCase, createWorld, type World } from "../testing.ts";
import { beginLook, endLook, type Look } from "./look.ts";
import { takeInChange } from "./take-in.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

describe("a look for changes", () => {
  let world: World;
  let begun: number;
  beforeEach(async () => {
    world = await createWorld();
    begun = world.clock.now();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const begin = (after?: Look) => beginLook(world.ctx, "back-office", after);
  const end = (look: Look, changes: Change[] = [], left: Change[] = changes) =>
    endLook(world.ctx, "back-office", { look, changes, left });
  const change = (at: number, reference = "CASE-1"): Change => ({
    reference,
    changeKey: `at ${at}`,
    status: "LOOKING",
    at: new Date(at),
  });
  /** A window, in minutes since the test began. */
  const minutes = ({ from, to }: Look) => [from, to].map((at) => (at.getTime() - begun) / minuteMs);
  const reached = async () =>
    ((await findConnector(world.ctx.db, "back-office"))?.polledTo ?? 0) - begun;

  it("is at first of the last hour, and five minutes more", async () => {
    expect(minutes(await begin())).toEqual([-65, 0]);
  });

  it("begins where it began at first, until one has ended well", async () => {
    await begin();
    world.clock.move(3 * hourMs);
    expect(minutes(await begin())).toEqual([-65, 180]);
  });

  it("begins five minutes before the latest that the back office told of", async () => {
    world.clock.move(10 * minuteMs);
    await end(await begin(), [change(begun + 2 * minuteMs), change(begun)]);
    world.clock.move(10 * minuteMs);
    expect(minutes(await begin())).toEqual([-3, 20]);
  });

  it("keeps a day behind our clock where the back office told of nothing", async () => {
    await end(await begin());
    world.clock.move(48 * hourMs);
    await end(await begin());
    expect(await reached()).toBe(23 * hourMs);
  });

  it("goes no further than it looked, whatever times the back office tells of", async () => {
    await end(await begin(), [change(begun + 999 * hourMs), { ...change(0), at: new Date("?") }]);
    expect(await reached()).toBe(0);
  });

  it("never goes back, and looks at a day again, while our clock is behind where it was", async () => {
    await end(await begin(), [change(begun)]);
    world.clock.move(-hourMs);
    const look = await begin();
    expect(minutes(look)).toEqual([-26 * 60 - 5, 1 / minuteMs]);
    await end(look, [change(begun - hourMs)]);
    expect(await reached()).toBe(0);
  });

  it("misses nothing of a day that our clock was wrong by", async () => {
    await end(await begin(), [change(begun)]);
    world.clock.move(24 * hourMs);
    await end(await begin());
    world.clock.move(-24 * hourMs + 10 * minuteMs);
    expect(minutes(await begin())).toEqual([-5, 10]);
  });

  it("looks at what an outage left in pieces of two days, each overlapping the one before", async () => {
    await begin();
    world.clock.move(5 * 24 * hourMs);
    const windows: Look[] = [];
    let look: Look | undefined;
    do {
      look = await begin(look);
      windows.push(look);
      await end(look);
    } while (!look.isLast);
    expect(windows.map(minutes)).toEqual([
      [-65, 2815],
      [2810, 5690],
      [5685, 7200],
    ]);
    expect(await reached()).toBe((5 * 24 - 25) * hourMs);
  });

  it("stays where it was when somebody else has moved the place meanwhile", async () => {
    const look = await begin();
    await end(await begin(), [change(begun - minuteMs)]);
    await end(look, [change(begun)]);
    expect(await reached()).toBe(-minuteMs);
  });

  describe("for a case that is not ours yet", () => {
    const see = (seen: Change) => takeInChange(world.ctx, "back-office", seen);

    it("goes back to when it was owed, once it has become ours", async () => {
      await world.start();
      world.clock.move(hourMs);
      const seen = change(world.clock.now() - minuteMs);
      expect(await see(seen)).toBe(false);
      await end(await begin(), [change(world.clock.now(), "CASE-9")]);
      await acceptCase(world, "CASE-1");
      expect(await reached()).toBe(0);
      expect(await see(seen)).toBe(true);
    });

    it("stays where it was when it became ours while we looked", async () => {
      await world.start();
      const look = await begin();
      const seen = change(begun);
      expect(await see(seen)).toBe(false);
      await acceptCase(world, "CASE-1");
      await end(look, [seen]);
      expect(await reached()).toBe(-hourMs);
    });

    it("goes on past what was taken in before", async () => {
      await world.start();
      await acceptCase(world, "CASE-1");
      const look = await begin();
      const seen = change(begun);
      await see(seen);
      await end(look, [seen]);
      expect(await reached()).toBe(0);
    });
  });
});
