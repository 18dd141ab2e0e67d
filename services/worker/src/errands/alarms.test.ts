import { listAlarms } from "@guildhall/domain";
import { createWorld, type World } from "@guildhall/domain/testing";
import { putBreaker, transact } from "@guildhall/store";
import { createWatch, type Watch } from "../testing/watch.ts";
import { alarmErrand } from "./alarms.ts";

const quarterMs = 15 * 60_000;

describe("what waits for a person", () => {
  let world: World;
  let watch: Watch;
  let stoppedAt: number;
  beforeEach(async () => {
    world = await createWorld();
    stoppedAt = world.clock.now();
    await transact(world.ctx.db, (tx) =>
      putBreaker(tx, {
        connector: "back-office",
        state: "open",
        failures: 5,
        windowFrom: stoppedAt,
        calls: 5,
        failed: 5,
        trips: 1,
        openSince: stoppedAt,
        openUntil: stoppedAt,
        code: "unavailable",
      }),
    );
    watch = createWatch(world);
    watch.add(alarmErrand({ canBeAsked: async () => false, endings: async () => [] }));
  });
  afterEach(async () => {
    await watch.end();
    vi.useRealTimers();
    await world[Symbol.asyncDispose]();
  });

  const alarms = async () =>
    (await listAlarms(world.ctx, { limit: 5, ended: false })).data.map(({ kind }) => kind);

  it("is called for when it has lasted", async () => {
    await watch.begin();
    expect(await alarms()).toEqual([]);
    expect(await watch.nextDue()).toBe(stoppedAt + quarterMs);
    await watch.pass(quarterMs);
    expect(await alarms()).toEqual(["connector-stopped"]);
  });

  it("is not called for here once the tenant is another's", async () => {
    await watch.begin();
    await watch.end();
    await watch.pass(2 * quarterMs);
    expect(await alarms()).toEqual([]);
  });
});
