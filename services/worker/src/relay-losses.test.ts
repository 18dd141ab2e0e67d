import { leaseMs } from "@guildhall/domain";
import {
  createRelayWorld,
  FakeCarrier,
  laneRoom,
  type RelayWorld,
  window,
} from "./testing/relay-world.ts";

describe("what a relay does about losses", () => {
  let at: RelayWorld;
  beforeEach(async () => {
    at = await createRelayWorld();
  });
  afterEach(() => at[Symbol.asyncDispose]());

  it("claims again a while later what the queue refused", async () => {
    at.carrier.refuses = true;
    const [id] = await at.start(1);
    await at.pass(0);
    expect(await at.states(id)).toEqual(["pending", "pending"]);
    at.carrier.refuses = false;
    await at.pass(999);
    expect(at.carrier.taken).toEqual([]);
    await at.pass(1);
    expect(at.carrier.taken).toMatchObject([{ generation: 2 }, { generation: 2 }]);
    expect(at.errors).toEqual([]);
  });

  it("does not count as under way what a queue refused", async () => {
    at.carrier.refuses = true;
    await at.start(6);
    await at.pass(0);
    at.carrier.refuses = false;
    await at.pass(1000);
    expect(at.carrier.taken).toHaveLength(laneRoom + window);
  });

  it("claims again what a worker or a queue lost, when its lease ends", async () => {
    const [id] = await at.start(1);
    at.carrier.taken.splice(0);
    await at.pass(leaseMs - 1);
    expect(at.carrier.taken).toEqual([]);
    await at.pass(1);
    expect(at.carrier.taken).toMatchObject([{ generation: 2 }, { generation: 2 }]);
    expect(await at.states(id)).toEqual(["queued", "queued"]);
  });

  it("claims again what a handler left when it failed, when its lease ends", async () => {
    await at.start(1);
    at.finishAll();
    await at.pass(leaseMs);
    expect(at.carrier.taken).toMatchObject([{ generation: 2 }, { generation: 2 }]);
  });

  it("is not blocked for good by tickets that were lost", async () => {
    await at.start(8);
    at.carrier.taken.splice(0);
    await at.pass(leaseMs);
    expect(at.carrier.taken).toHaveLength(laneRoom + window);
    at.finishAll();
    await at.pass(0);
    expect(at.carrier.taken).toHaveLength(laneRoom + window);
  });

  it("looks again when places are given up that what was due found taken", async () => {
    const place = { tenant: "exampleshire", lane: "message" };
    const places = Array.from({ length: window }, () => place);
    for (const one of places) expect(at.relay.reserve(one, at.world.clock.now())).toBeDefined();
    await at.start(1);
    at.finishAll("delivery");
    await at.pass(0);
    expect(at.carrier.taken).toEqual([]);
    at.relay.cancel(
      places.map((one) => ({ ...one, id: "out_never", generation: 1, kind: "message" })),
    );
    await at.pass(0);
    expect(at.carrier.taken).toMatchObject([{ kind: "message" }]);
  });

  it("counts a ticket once that had its turn twice", async () => {
    await at.start(window);
    const [first = missing(), second = missing()] = at.carrier.taken.filter(
      ({ kind }) => kind === "message",
    );
    at.carrier.taken.splice(0);
    for (const ticket of [first, first, second, second]) at.relay.finished(ticket);
    await at.start(window);
    await at.pass(0);
    expect(at.carrier.taken).toHaveLength(2);
  });

  it("asks a tenant again later that could not be opened, and others meanwhile", async () => {
    at.unopenable.add("exampleshire");
    await at.world.addCouncil("otherton");
    at.relay.wake("exampleshire");
    at.relay.wake("otherton");
    await at.pass(0);
    expect(at.errors).toHaveLength(1);
    at.unopenable.clear();
    await at.pass(1000);
    expect(at.errors).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("reports a queue that fails, and loses nothing by it", async () => {
    at.carrier.dispatch = async () => {
      throw new Error("gone");
    };
    await at.start(1);
    await at.pass(0);
    expect(at.errors).toMatchObject([{ message: "gone" }]);
    at.carrier.dispatch = FakeCarrier.prototype.dispatch;
    await at.pass(leaseMs);
    expect(at.carrier.taken).toHaveLength(2);
  });

  describe("at its start", () => {
    it("takes over what a predecessor held", async () => {
      await at.start(1);
      const [successor, next] = at.succeed();
      await next.start(["exampleshire"]);
      await at.pass(0);
      next.stop();
      expect(successor.taken).toMatchObject([{ generation: 2 }, { generation: 2 }]);
    });

    it("is not stopped by a tenant that cannot be opened, and reports it", async () => {
      await at.world.addCouncil("otherton");
      const [id] = await at.start(1);
      at.carrier.taken.splice(0);
      at.unopenable.add("otherton");
      await at.relay.start(["otherton", "exampleshire"]);
      await at.pass(0);
      expect(at.errors).toMatchObject([{ message: "the file is spoilt" }]);
      expect(await at.states(id)).toEqual(["queued", "queued"]);
      expect(at.carrier.taken).toHaveLength(2);
    });

    it("passes over a tenant that is not there", async () => {
      await at.relay.start(["nowhere"]);
      await at.pass(0);
      expect(at.errors).toEqual([]);
      expect(vi.getTimerCount()).toBe(0);
    });
  });
});

function missing(): never {
  throw new Error("nothing was handed over");
}
