import { listOpenAlarms, putBreaker, settleAttempt, transact } from "@guildhall/store";
import { createWorld, type World } from "../testing.ts";
import { reconcile } from "./reconcile.ts";

const minuteMs = 60_000;

describe("reconcile", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  /** Rows that are due, and that no relay looks at. */
  async function startUnclaimed() {
    world.handover.full = true;
    await world.start();
  }

  async function settleAll(process: string) {
    const rows = await world.owed(process);
    await transact(world.ctx.db, async (tx) => {
      for (const row of rows) await settleAttempt(tx, row, { state: "accepted", nextAt: 0 });
    });
  }

  async function stopSpeaking(connector: string) {
    const counts = { failures: 5, windowFrom: 0, calls: 5, failed: 5, trips: 1 };
    const since = { openSince: 0, openUntil: 1, code: "unreachable" };
    await transact(world.ctx.db, (tx) =>
      putBreaker(tx, { connector, state: "open", ...counts, ...since }),
    );
  }

  const alarms = async () =>
    (await listOpenAlarms(world.ctx.db, ["queue-stuck"])).map(({ subject, count }) => ({
      subject,
      count,
    }));

  it("finds nothing while what is owed is on its way", async () => {
    await world.start();
    world.clock.move(5 * minuteMs);
    expect(await reconcile(world.ctx)).toEqual([]);
    expect(await alarms()).toEqual([]);
  });

  it("calls somebody for each lane whose claims nobody took up again", async () => {
    await world.start();
    world.clock.move(7 * minuteMs);
    const found = await reconcile(world.ctx);
    expect(found.map(({ kind, lane, count }) => [kind, lane, count])).toEqual([
      ["claims-outlived", "delivery/back-office", 1],
      ["claims-outlived", "message", 1],
    ]);
    expect(await alarms()).toHaveLength(2);
  });

  it("calls once for a lane that stays stuck, and counts", async () => {
    await world.start();
    world.clock.move(7 * minuteMs);
    await reconcile(world.ctx);
    world.clock.move(10 * minuteMs);
    await reconcile(world.ctx);
    expect((await alarms()).map(({ count }) => count)).toEqual([2, 2]);
  });

  it("ends the alarm when the lane moves again", async () => {
    const { id } = await world.start();
    world.clock.move(7 * minuteMs);
    await reconcile(world.ctx);
    await settleAll(id);
    expect(await reconcile(world.ctx)).toEqual([]);
    expect(await alarms()).toEqual([]);
  });

  it("finds what has long been due and was never claimed", async () => {
    await startUnclaimed();
    world.clock.move(14 * minuteMs);
    expect(await reconcile(world.ctx)).toEqual([]);
    world.clock.move(2 * minuteMs);
    const found = await reconcile(world.ctx);
    expect(found.map(({ kind, lane }) => [kind, lane])).toEqual([
      ["due-long-ago", "delivery/back-office"],
      ["due-long-ago", "message"],
    ]);
  });

  it("does not call for what waits until its connector is spoken to again", async () => {
    await startUnclaimed();
    await stopSpeaking("back-office");
    world.clock.move(60 * minuteMs);
    const found = await reconcile(world.ctx);
    expect(found.map(({ lane }) => lane)).toEqual(["message"]);
  });

  it("refuses whoever may not mend deliveries", async () => {
    const ctx = world.as({ scopes: ["deliveries:read"] });
    await expect(reconcile(ctx)).rejects.toMatchObject({ code: "scope-missing" });
  });
});
