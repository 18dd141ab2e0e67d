import { listAlarms } from "@guildhall/domain";
import { createWorld, type World } from "@guildhall/domain/testing";
import { putBreaker, transact } from "@guildhall/store";
import { AlarmWatch } from "./alarm-watch.ts";

const quarterMs = 15 * 60_000;

describe("AlarmWatch", () => {
  let world: World;
  let watch: AlarmWatch;
  const faults: unknown[] = [];
  beforeEach(async () => {
    world = await createWorld();
    watch = new AlarmWatch({
      groundFor: world.groundFor,
      canBeAsked: async () => false,
      endings: async () => [],
      now: world.clock.now,
      onError: (fault) => faults.push(fault),
    });
    const openSince = world.clock.now();
    await transact(world.ctx.db, (tx) =>
      putBreaker(tx, {
        connector: "back-office",
        state: "open",
        failures: 5,
        windowFrom: openSince,
        calls: 5,
        failed: 5,
        trips: 1,
        openSince,
        openUntil: openSince,
        code: "unavailable",
      }),
    );
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  });
  afterEach(async () => {
    watch.stop();
    vi.useRealTimers();
    expect(faults.splice(0)).toEqual([]);
    await world[Symbol.asyncDispose]();
  });

  const alarms = async () =>
    (await listAlarms(world.ctx, { limit: 5, ended: false })).data.map(({ kind }) => kind);
  const pass = (ms: number) => {
    world.clock.move(ms);
    return vi.advanceTimersByTimeAsync(ms);
  };

  it("calls for what has lasted when its time has come", async () => {
    watch.begin("exampleshire");
    await pass(2000);
    await vi.waitFor(() => expect(watch.isQuiet("exampleshire")).toBe(true));
    expect(await alarms()).toEqual([]);
    expect(await watch.nextDue("exampleshire")).toBe(world.clock.now() - 2000 + quarterMs);
    await pass(quarterMs);
    await vi.waitFor(async () => expect(await alarms()).toEqual(["connector-stopped"]));
  });

  it("looks no more at a tenant that is another's", async () => {
    watch.begin("exampleshire");
    watch.end("exampleshire");
    await pass(2 * quarterMs);
    expect(await alarms()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("knows of nothing that is due for a tenant that is not there", async () => {
    expect(await watch.nextDue("nowhere")).toBeUndefined();
  });
});
