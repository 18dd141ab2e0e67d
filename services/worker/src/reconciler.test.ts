import { createWorld, type World } from "@guildhall/domain/testing";
import { createInProcessQueue } from "@guildhall/queue";
import { listOpenAlarms } from "@guildhall/store";
import { Reconciler, WorkStuck } from "./reconciler.ts";

const minuteMs = 60_000;

describe("Reconciler", () => {
  let world: World;
  let reconciler: Reconciler;
  let rounds: Record<string, number>[];
  let errors: unknown[];
  let queue: ReturnType<typeof createInProcessQueue>;
  let tenants: string[];

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    world = await createWorld();
    rounds = [];
    errors = [];
    tenants = ["exampleshire"];
    queue = createInProcessQueue({ onError: () => undefined, now: world.clock.now });
    reconciler = new Reconciler({
      tenants: () => tenants,
      groundFor: async (tenant) => {
        if (tenant === "broken") throw new Error("the file is spoilt");
        return world.groundFor(tenant);
      },
      queue,
      onRound: (found) => rounds.push(Object.fromEntries(found)),
      onError: (error) => errors.push(error),
    });
  });
  afterEach(async () => {
    reconciler.stop();
    vi.useRealTimers();
    await queue.close();
    await world[Symbol.asyncDispose]();
  });

  const well = { "claims-outlived": 0, "due-long-ago": 0, "queue-wedged": 0 };
  const codes = () => errors.map((error) => error instanceof WorkStuck && error.code);

  it("tells of a round in which nothing was found", async () => {
    await reconciler.round();
    expect(rounds).toEqual([well]);
    expect(errors).toEqual([]);
  });

  it("counts what is stuck, says so, and calls somebody", async () => {
    await world.start();
    world.clock.move(20 * minuteMs);
    await reconciler.round();
    expect(rounds).toEqual([{ ...well, "claims-outlived": 2 }]);
    expect(codes()).toEqual(["claims-outlived"]);
    expect(await listOpenAlarms(world.ctx.db, ["queue-stuck"])).toHaveLength(2);
  });

  it("notices tickets that wait in the queue and that nobody works", async () => {
    const ticket = { tenant: "exampleshire", id: "out_1", generation: 1, kind: "message" } as const;
    await queue.dispatch([ticket]);
    world.clock.move(7 * minuteMs);
    await reconciler.round();
    expect(rounds).toEqual([{ ...well, "queue-wedged": 1 }]);
    expect(codes()).toEqual(["queue-wedged"]);
  });

  it("looks at the other tenants when one cannot be opened, or is gone", async () => {
    await world.start();
    world.clock.move(20 * minuteMs);
    tenants = ["broken", "nowhere", "exampleshire"];
    await reconciler.round();
    expect(rounds).toEqual([{ ...well, "claims-outlived": 2 }]);
    expect(errors).toHaveLength(2);
  });

  it("looks every ten minutes until it is stopped", async () => {
    reconciler.start();
    for (const expected of [1, 2]) {
      await vi.advanceTimersByTimeAsync(10 * minuteMs);
      await vi.waitFor(() => expect(rounds).toHaveLength(expected));
    }
    reconciler.stop();
    await vi.advanceTimersByTimeAsync(60 * minuteMs);
    expect(rounds).toHaveLength(2);
  });
});
