import type { Db } from "@guildhall/store";
import { beginDelivery } from "../delivery/begin.ts";
import { leaseMs } from "../retry.ts";
import { createWorld, type World } from "../testing.ts";
import { claimOwed, releaseOwed, takeOverOwed, whenNextDue } from "./claim.ts";

describe("what is owed", () => {
  let world: World;
  let process: string;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function begin({ claimed = false } = {}): Promise<void> {
    world.handover.full = !claimed;
    process = (await world.start()).id;
  }
  const states = async () =>
    (await world.owed(process)).map(({ state, generation }) => `${state} ${generation}`);

  it("is claimed once, each row under a generation of its own", async () => {
    await begin();
    const tickets = await claimOwed(world.ctx, 10);
    expect(tickets).toMatchObject([
      { tenant: "exampleshire", kind: "delivery", generation: 1 },
      { tenant: "exampleshire", kind: "message", generation: 1 },
    ]);
    expect(await claimOwed(world.ctx, 10)).toEqual([]);
    expect(await states()).toEqual(["queued 1", "queued 1"]);
  });

  it("is claimed by one of two that ask at once", async () => {
    await begin();
    const [one, other] = await Promise.all([claimOwed(world.ctx, 10), claimOwed(world.ctx, 10)]);
    expect([...one, ...other]).toHaveLength(2);
  });

  it("is claimed no further than the limit", async () => {
    await begin();
    expect(await claimOwed(world.ctx, 1)).toHaveLength(1);
    expect(await claimOwed(world.ctx, 10)).toHaveLength(1);
  });

  it("is claimed again when the lease has run out, under the next generation", async () => {
    await begin({ claimed: true });
    world.clock.move(leaseMs - 1);
    expect(await claimOwed(world.ctx, 10)).toEqual([]);
    world.clock.move(1);
    expect(await claimOwed(world.ctx, 10)).toMatchObject([{ generation: 2 }, { generation: 2 }]);
  });

  it("is due again a while after it was given back", async () => {
    await begin();
    const tickets = await claimOwed(world.ctx, 10);
    await releaseOwed(world.ctx, tickets, 1000);
    expect(await states()).toEqual(["pending 1", "pending 1"]);
    expect(await claimOwed(world.ctx, 10)).toEqual([]);
    world.clock.move(1000);
    expect(await claimOwed(world.ctx, 10)).toHaveLength(2);
  });

  it("is given back by nobody whose claim has passed to another", async () => {
    await begin();
    const stale = await claimOwed(world.ctx, 10);
    world.clock.move(leaseMs);
    await claimOwed(world.ctx, 10);
    await releaseOwed(world.ctx, stale, 0);
    expect(await states()).toEqual(["queued 2", "queued 2"]);
  });

  it("is due at once when a successor takes over what was claimed, and stays put off where it was", async () => {
    await begin({ claimed: true });
    const first = process;
    await begin();
    await releaseOwed(world.ctx, await claimOwed(world.ctx, 10), 3_600_000);
    expect(await takeOverOwed(world.ctx)).toBe(2);
    expect(await claimOwed(world.ctx, 10)).toHaveLength(2);
    process = first;
    expect(await states()).toEqual(["queued 2", "queued 2"]);
  });

  it("waits a while when a successor takes over what a process died over, the longer the more often", async () => {
    world.handover.full = true;
    await begin();
    for (const longestMs of [5_000, 30_000, 120_000]) {
      const [ticket] = await claimOwed(world.ctx, 1);
      await beginDelivery(world.ctx, ticket ?? missing(), "<case/>");
      await takeOverOwed(world.ctx);
      const [row] = await world.owed(process);
      const waits = (row?.nextAt ?? 0) - world.clock.now();
      expect(waits).toBeGreaterThanOrEqual(1_000);
      expect(waits).toBeLessThanOrEqual(longestMs);
      world.clock.move(longestMs);
    }
  });

  it("is left to its holder by a successor where others write to the tenant, until the claim runs out", async () => {
    await begin({ claimed: true });
    const shared = { ...world.ctx, db: sharedBy(world.ctx.db) };
    expect(await takeOverOwed(shared)).toBe(0);
    world.clock.move(leaseMs);
    expect(await takeOverOwed(shared)).toBe(2);
  });

  it("says when the next of it falls due: a row, or a lease", async () => {
    expect(await whenNextDue(world.ctx)).toBeUndefined();
    await begin({ claimed: true });
    expect(await whenNextDue(world.ctx)).toBe(world.clock.now() + leaseMs);
    await begin();
    expect(await whenNextDue(world.ctx)).toBe(world.clock.now());
  });
});

/** The same database, as one that other processes write to. */
function sharedBy(db: Db): Db {
  return new Proxy(db, {
    get: (target, name) => (name === "isShared" ? true : Reflect.get(target, name)),
  });
}

function missing(): never {
  throw new Error("nothing is due");
}
