import { transact } from "@guildhall/store";
import { logOf, noteCall } from "../testing/calls.ts";
import { createWorld, type World } from "../testing.ts";
import { countCalls } from "./count.ts";
import { listCalls } from "./list.ts";
import type { CallEntry, CallLog } from "./log.ts";

const dayMs = 86_400_000;

describe("noted calls", () => {
  let world: World;
  let log: CallLog;
  beforeEach(async () => {
    world = await createWorld();
    log = logOf(world);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("add up over many writings", async () => {
    for (const _ of [1, 2, 3]) {
      note({ caller: "key-a" });
      await log.flush();
    }
    expect((await countCalls(world.ctx, { days: 1 })).data).toMatchObject([{ ok: 3 }]);
    expect((await list()).data).toHaveLength(3);
  });

  it("that are too many at once are counted, and said not to be listed", async () => {
    log = logOf(world, { mostWaiting: 2 });
    for (const _ of [1, 2, 3]) note({ caller: "key-a" });
    await log.flush();
    expect(log.unlisted).toBe(1);
    expect((await list()).data).toHaveLength(2);
    expect((await countCalls(world.ctx, { days: 1 })).data).toMatchObject([{ ok: 3 }]);
  });

  it("wait, and are written once, when the database takes none for a while", async () => {
    let isShut = true;
    const faults: unknown[] = [];
    log = logOf(world, {
      onError: (error) => faults.push(error),
      groundFor: async (tenant) => {
        if (isShut) throw new Error("shut");
        return world.groundFor(tenant);
      },
    });
    note({});
    await log.flush();
    expect(faults).toHaveLength(1);
    isShut = false;
    await Promise.all([log.flush(), log.flush()]);
    expect((await list()).data).toHaveLength(1);
    expect((await countCalls(world.ctx, { days: 1 })).data).toMatchObject([{ ok: 1 }]);
  });

  it("go after thirty days, and the oldest before that when there are too many", async () => {
    log = logOf(world, { mostKept: 2 });
    note({ requestId: "old" });
    await log.flush();
    world.clock.move(30 * dayMs + 1);
    for (const requestId of ["a", "b", "c"]) note({ requestId });
    await log.flush();
    expect((await list()).data.map(({ requestId }) => requestId)).toEqual(["c", "b"]);
    world.clock.move(31 * dayMs);
    note({ requestId: "d" });
    await log.flush();
    expect((await list()).data.map(({ requestId }) => requestId)).toEqual(["d"]);
  });

  it("do not wait for others' works, however many there are", async () => {
    log = logOf(world, { mostWaiting: 3000 });
    for (let nth = 0; nth < 3000; nth += 1) note({});
    const order: string[] = [];
    const flushed = log.flush().then(() => order.push("calls"));
    await new Promise(setImmediate);
    await transact(world.ground.db, async () => order.push("another's"));
    await flushed;
    expect(order).toEqual(["another's", "calls"]);
  });

  const list = () => listCalls(world.ctx, { limit: 20 });
  const note = (entry: Partial<CallEntry>) => noteCall(world, log, entry);
});
