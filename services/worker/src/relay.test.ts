import type { Ticket } from "@guildhall/contract";
import { leaseMs, releaseOwed, startProcess } from "@guildhall/domain";
import { createWorld, sampleAnswers, type World } from "@guildhall/domain/testing";
import { type Carrier, Relay } from "./relay.ts";

/** A queue that keeps what it is handed, or refuses it. */
class FakeCarrier implements Carrier {
  readonly taken: Ticket[] = [];
  refuses = false;

  async dispatch(tickets: readonly Ticket[]): Promise<readonly Ticket[]> {
    if (this.refuses) return tickets;
    this.taken.push(...tickets);
    return [];
  }
}

const window = 4;

describe("Relay", () => {
  let world: World;
  let relay: Relay;
  let carrier: FakeCarrier;
  let errors: unknown[];
  let unopenable: Set<string>;

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    carrier = new FakeCarrier();
    errors = [];
    unopenable = new Set();
    world = await createWorld({
      handover: ({ groundFor, clock }) => {
        relay = new Relay({
          carrier,
          window,
          now: clock.now,
          groundFor: async (tenant) => {
            if (unopenable.has(tenant)) throw new Error("the file is spoilt");
            return groundFor(tenant);
          },
          onError: (error) => errors.push(error),
        });
        return relay;
      },
    });
  });

  afterEach(async () => {
    relay.stop();
    vi.useRealTimers();
    await world[Symbol.asyncDispose]();
  });

  /** Let time pass, and what then begins come to its end. */
  async function pass(ms: number): Promise<void> {
    world.clock.move(ms);
    await vi.advanceTimersByTimeAsync(ms);
    for (let turn = 0; turn < 20; turn += 1) {
      await new Promise(setImmediate);
      await vi.advanceTimersByTimeAsync(0);
    }
  }
  /** Start processes, each of which owes a delivery and a message. */
  async function start(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) ids.push((await world.start()).id);
    return ids;
  }
  const finishAll = () => {
    for (const ticket of carrier.taken.splice(0)) relay.finished(ticket);
  };
  const states = async (process = "") => (await world.owed(process)).map(({ state }) => state);

  it("hands over at once what is stored, without a look at the database", async () => {
    const [id] = await start(1);
    expect(carrier.taken).toHaveLength(2);
    expect(carrier.taken).toMatchObject((await world.owed(id ?? "")).map((row) => ({ id: row.id })));
  });

  it("has no more of a tenant under way than its window", async () => {
    await start(4);
    await pass(1000);
    expect(carrier.taken).toHaveLength(window);
  });

  it("claims the rest as room comes free, and all of it in the end", async () => {
    await start(4);
    const seen = new Set<string>();
    for (let round = 0; round < 3; round += 1) {
      await pass(0);
      for (const { id } of carrier.taken) seen.add(id);
      expect(carrier.taken.length).toBeLessThanOrEqual(window);
      finishAll();
    }
    expect(seen.size).toBe(8);
  });

  it("lets nothing new overtake what waits", async () => {
    await start(2);
    expect(relay.reserve("exampleshire", world.clock.now())).toBeUndefined();
    const [waiting] = await start(1);
    relay.finished(carrier.taken.shift() ?? missing());
    expect(relay.reserve("exampleshire", world.clock.now())).toBeUndefined();
    expect(await states(waiting)).toEqual(["pending", "pending"]);
  });

  it("hands over at once for one tenant while another has too much", async () => {
    const other = await world.addCouncil("otherton");
    await start(10);
    await pass(0);
    carrier.taken.splice(0);
    await startProcess(other, { service: "noise", answers: sampleAnswers });
    expect(carrier.taken.map(({ tenant }) => tenant)).toEqual(["otherton", "otherton"]);
  });

  it("gives every tenant with something due its turn, however much the first has", async () => {
    const other = await world.addCouncil("otherton");
    await start(10);
    await startProcess(other, { service: "noise", answers: sampleAnswers });
    const [successor, next] = succeed();
    await next.start(["exampleshire", "otherton"]);
    await pass(0);
    next.stop();
    const tenants = successor.taken.map(({ tenant }) => tenant);
    expect(tenants.filter((tenant) => tenant === "exampleshire")).toHaveLength(window);
    expect(tenants.filter((tenant) => tenant === "otherton")).toHaveLength(2);
  });

  it("claims again a while later what the queue refused", async () => {
    carrier.refuses = true;
    const [id] = await start(1);
    await pass(0);
    expect(await states(id)).toEqual(["pending", "pending"]);
    carrier.refuses = false;
    await pass(999);
    expect(carrier.taken).toEqual([]);
    await pass(1);
    expect(carrier.taken).toMatchObject([{ generation: 2 }, { generation: 2 }]);
    expect(errors).toEqual([]);
  });

  it("does not count as under way what a queue refused", async () => {
    carrier.refuses = true;
    await start(6);
    await pass(0);
    carrier.refuses = false;
    await pass(1000);
    expect(carrier.taken).toHaveLength(window);
  });

  it("claims a row again when it falls due, by a timer and not before", async () => {
    await start(1);
    const [delivery = missing(), message = missing()] = carrier.taken.splice(0);
    relay.finished(message);
    // Leave the delivery's row due in ten seconds, as its job would.
    await releaseOwed(world.ctx, [delivery], 10_000);
    relay.finished(delivery, world.clock.now() + 10_000);
    await pass(9_999);
    expect(carrier.taken).toEqual([]);
    await pass(1);
    expect(carrier.taken).toMatchObject([{ id: delivery.id, generation: 2 }]);
  });

  it("sets no timer while nothing is owed", async () => {
    relay.wake("exampleshire");
    await pass(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("does not look again and again at a tenant without room", async () => {
    await start(4);
    relay.finished({ tenant: "otherton", id: "out_1", generation: 1, kind: "message" }, inAnHour());
    await pass(0);
    const timers = vi.spyOn(globalThis, "setTimeout");
    await pass(10);
    expect(timers).not.toHaveBeenCalled();
  });

  it("claims again what a worker or a queue lost, when its lease ends", async () => {
    const [id] = await start(1);
    carrier.taken.splice(0);
    await pass(leaseMs - 1);
    expect(carrier.taken).toEqual([]);
    await pass(1);
    expect(carrier.taken).toMatchObject([{ generation: 2 }, { generation: 2 }]);
    expect(await states(id)).toEqual(["queued", "queued"]);
  });

  it("claims again what a handler left when it failed, when its lease ends", async () => {
    await start(1);
    finishAll();
    await pass(leaseMs);
    expect(carrier.taken).toMatchObject([{ generation: 2 }, { generation: 2 }]);
  });

  it("is not blocked for good by tickets that were lost", async () => {
    await start(8);
    carrier.taken.splice(0);
    await pass(leaseMs);
    expect(carrier.taken).toHaveLength(window);
    finishAll();
    await pass(0);
    expect(carrier.taken).toHaveLength(window);
  });

  it("counts a ticket once that had its turn twice", async () => {
    await start(2);
    const [first = missing()] = carrier.taken;
    relay.finished(first);
    relay.finished(first);
    await start(1);
    await pass(0);
    expect(carrier.taken).toHaveLength(window + 2);
  });

  describe("at its start", () => {
    it("takes over what a predecessor held or had put off", async () => {
      await start(1);
      const [successor, next] = succeed();
      await next.start(["exampleshire"]);
      await pass(0);
      next.stop();
      expect(successor.taken).toMatchObject([{ generation: 2 }, { generation: 2 }]);
    });

    it("is not stopped by a tenant that cannot be opened, and reports it", async () => {
      await world.addCouncil("otherton");
      const [id] = await start(1);
      carrier.taken.splice(0);
      unopenable.add("otherton");
      await relay.start(["otherton", "exampleshire"]);
      await pass(0);
      expect(errors).toMatchObject([{ message: "the file is spoilt" }]);
      expect(await states(id)).toEqual(["queued", "queued"]);
      expect(carrier.taken).toHaveLength(2);
    });

    it("passes over a tenant that is not there", async () => {
      await relay.start(["nowhere"]);
      await pass(0);
      expect(errors).toEqual([]);
      expect(vi.getTimerCount()).toBe(0);
    });
  });

  it("asks a tenant again later that could not be opened, and others meanwhile", async () => {
    unopenable.add("exampleshire");
    await world.addCouncil("otherton");
    relay.wake("exampleshire");
    relay.wake("otherton");
    await pass(0);
    expect(errors).toHaveLength(1);
    unopenable.clear();
    await pass(1000);
    expect(errors).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("reports a queue that fails, and loses nothing by it", async () => {
    carrier.dispatch = async () => {
      throw new Error("gone");
    };
    await start(1);
    await pass(0);
    expect(errors).toMatchObject([{ message: "gone" }]);
    carrier.dispatch = FakeCarrier.prototype.dispatch;
    await pass(leaseMs);
    expect(carrier.taken).toHaveLength(2);
  });

  it("hands nothing over once it is stopped", async () => {
    relay.stop();
    const [id] = await start(1);
    await pass(60_000);
    expect(carrier.taken).toEqual([]);
    expect(await states(id)).toEqual(["pending", "pending"]);
  });

  const inAnHour = () => world.clock.now() + 3_600_000;

  /** A relay as it begins after this one was killed. */
  function succeed(): [FakeCarrier, Relay] {
    relay.stop();
    const successor = new FakeCarrier();
    const { clock, groundFor } = world;
    const onError = (error: unknown) => errors.push(error);
    return [successor, new Relay({ carrier: successor, window, groundFor, now: clock.now, onError })];
  }
});

function missing(): never {
  throw new Error("nothing was handed over");
}
