import type { Chore } from "@guildhall/contract";
import type { Ground } from "@guildhall/domain";
import { createWorld, type World } from "@guildhall/domain/testing";
import { createInProcessQueue } from "@guildhall/queue";
import { findAnswer, insertAnswer, transact } from "@guildhall/store";
import { type ChoreCarrier, createChores } from "./chores.ts";

describe("chores", () => {
  let world: World;
  let taken: Chore[];
  let kept: string[];
  const keep = async ({ tenant }: Ground) => {
    kept.push(tenant.id);
  };

  beforeEach(async () => {
    world = await createWorld();
    taken = [];
    kept = [];
    const row = { id: "old", requestDigest: "d", response: {}, at: 0 };
    await transact(world.ctx.db, (tx) => insertAnswer(tx, row));
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const takes: ChoreCarrier = {
    dispatch: async (chores) => {
      taken.push(...chores);
      return [];
    },
  };
  const refuses: ChoreCarrier = { dispatch: async (chores) => chores };
  const chores = (carrier: ChoreCarrier) =>
    createChores({
      groundFor: world.groundFor,
      carrier,
      keepCheckpoint: keep,
      now: world.clock.now,
    });
  const old = () => findAnswer(world.ctx.db, "old");

  it("are handed over as a new turn each time, and are due until they are done", async () => {
    const { errand } = chores(takes);
    await errand.run(world.ground);
    world.clock.move(1);
    await errand.run(world.ground);
    const turn = { tenant: "exampleshire", kind: "maintenance", id: "forget-old" };
    expect(taken).toMatchObject([turn, turn]);
    expect(new Set(taken.map(({ generation }) => generation)).size).toBe(2);
    expect(await old()).toBeDefined();
    expect(await errand.whenDue(world.ground)).toBe(world.clock.now());
  });

  it("are done when they come out of the queue, in their own lane", async () => {
    const onError = vi.fn();
    const queue = createInProcessQueue({ onError });
    const { errand, handle } = chores(queue);
    queue.work(
      async (carried) => {
        if (carried.kind === "maintenance") await handle(carried);
      },
      { concurrency: 1 },
    );
    await errand.run(world.ground);
    await vi.waitFor(async () => expect(await old()).toBeUndefined());
    await queue.close();
    expect(onError).not.toHaveBeenCalled();
  });

  it("are done at once where the queue does not take them, and not due again that day", async () => {
    const { errand } = chores(refuses);
    await errand.run(world.ground);
    expect(await old()).toBeUndefined();
    expect(kept).toEqual(["exampleshire"]);
    expect(await errand.whenDue(world.ground)).toBeGreaterThan(world.clock.now());
  });

  it("are no matter of a tenant that is not there", async () => {
    await chores(takes).handle({ tenant: "nowhere" });
    expect(await old()).toBeDefined();
  });
});
