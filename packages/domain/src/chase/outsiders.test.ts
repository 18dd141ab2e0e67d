import { addChaseCounts, insertOutbox, transact } from "@guildhall/store";
import { followerPurpose } from "../follower/update.ts";
import { createWorld, follow, inTheStreet, startAt, type World } from "../testing.ts";
import { getChasing } from "./get.ts";
import { latestVersion } from "./latest.ts";
import { toldUntil } from "./told.ts";

const dayMs = 86_400_000;

describe("the chase measure, for those who are not of the council", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("tells partners and vendors whole finished months, so that no two answers say what one hides", async () => {
    const row = { service: "noise", stage: "received", ended: false, dayInStage: 0 } as const;
    const on = (date: string, count: number) => {
      const day = Date.parse(date) / dayMs;
      return { ...row, kind: "view" as const, about: "", day, count };
    };
    const counts = [on("2025-03-31", 6), on("2025-04-02", 7), on("2025-04-03", 2)];
    const later = [on("2025-02-10", 3), on("2025-05-02", 50)];
    await transact(world.ctx.db, (tx) => addChaseCounts(tx, [...counts, ...later]));
    const staff = world.as({ actor: { kind: "staff", id: "per_1", name: "Sam Carter" } });
    const ask = (from: string, to: string, ctx = world.as({})) =>
      getChasing(ctx, "noise", { from, to });
    const april = { from: "2025-04-01", to: "2025-04-30", views: 9 };
    expect(await ask("2025-04-01", "2025-04-03")).toMatchObject(april);
    expect(await ask("2025-04-01", "2025-04-02")).toMatchObject(april);
    expect(await ask("2025-05-01", "2025-05-22")).toMatchObject(april);
    expect(await ask("2025-03-31", "2025-05-22")).toMatchObject({ views: 15 });
    expect(await ask("2025-02-01", "2025-03-31")).toMatchObject({ from: "2025-02-01", views: 6 });
    expect(await ask("2025-02-01", "2025-02-28")).toMatchObject({ views: null });
    expect(await ask("2025-04-03", "2025-04-03", staff)).toMatchObject({ views: 2 });
  });

  it("does not take what a follower was sent for something that the citizen was told", async () => {
    await world.publish(inTheStreet);
    const { id, reference } = await startAt(world);
    await follow(world, reference, "bob@example.com");
    world.clock.move(2 * dayMs);
    const row = { id: world.ctx.ids.id("out"), kind: "message", process: id } as const;
    const sent = { purpose: followerPurpose, destination: "email", event: 1 };
    const at = world.clock.now();
    await transact(world.ctx.db, (tx) =>
      insertOutbox(tx, { ...row, ...sent, nextAt: at, giveUpAt: at, leaseUntil: at }),
    );
    const version = await latestVersion(world.ctx, "noise");
    expect((await toldUntil(world.ctx, version)).get("received")).toBe(0);
  });
});
