import type { Chore } from "@guildhall/contract";
import { forgetOld, type Ground } from "@guildhall/domain";
import { createWorld, type World } from "@guildhall/domain/testing";
import { createInProcessQueue } from "@guildhall/queue";
import { findAnswer, insertAnswer, transact } from "@guildhall/store";
import { type ChoreCarrier, createChores } from "./chores.ts";

const upkeep = { "forget-old": { firstMs: 60_000, everyMs: 86_400_000, run: forgetOld } };

describe("chores", () => {
  let world: World;
  let faults: unknown[];
  let taken: Chore[];

  beforeEach(async () => {
    world = await createWorld();
    faults = [];
    taken = [];
    const row = { id: "old", requestDigest: "d", response: {}, at: 0 };
    await transact(world.ctx.db, (tx) => insertAnswer(tx, row));
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const fault = new Error("unreadable");
  const groundFor = async (tenant: string): Promise<Ground | undefined> => {
    if (tenant === "broken") throw fault;
    return world.groundFor(tenant);
  };
  const takes: ChoreCarrier = {
    dispatch: async (chores) => {
      taken.push(...chores);
      return [];
    },
  };
  const refuses: ChoreCarrier = { dispatch: async (chores) => chores };
  const chores = (carrier: ChoreCarrier) =>
    createChores({
      tenants: async () => ["broken", "nowhere", "exampleshire"],
      groundFor,
      carrier,
      upkeep,
      now: world.clock.now,
      onError: (one) => faults.push(one),
    });
  const old = () => findAnswer(world.ctx.db, "old");

  it("hands one over for every tenant, as a new turn each round", async () => {
    const { round } = chores(takes);
    await round("forget-old");
    world.clock.move(1);
    await round("forget-old");
    expect(taken.map(({ tenant, kind, id }) => `${tenant} ${kind} ${id}`).slice(0, 3)).toEqual([
      "broken maintenance forget-old",
      "nowhere maintenance forget-old",
      "exampleshire maintenance forget-old",
    ]);
    expect(new Set(taken.map(({ generation }) => generation)).size).toBe(2);
    expect(await old()).toBeDefined();
  });

  it("does what comes out of the queue, in its own lane", async () => {
    const queue = createInProcessQueue({ onError: (one) => faults.push(one) });
    const { round, handle } = chores(queue);
    queue.work(
      async (carried) => {
        if (carried.kind === "maintenance") await handle(carried);
      },
      { concurrency: 1 },
    );
    await round("forget-old");
    await vi.waitFor(async () => expect(await old()).toBeUndefined());
    await queue.close();
    expect(faults).toEqual([fault]);
  });

  it("does itself what the queue does not take, and goes on when a tenant cannot be opened", async () => {
    await chores(refuses).round("forget-old");
    expect(await old()).toBeUndefined();
    expect(faults).toEqual([fault]);
  });

  it("begins soon after the start, and then every day, until it is stopped", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { start, stop } = chores(takes);
    start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(taken).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(taken).toHaveLength(6);
    stop();
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(taken).toHaveLength(6);
    vi.useRealTimers();
  });
});
