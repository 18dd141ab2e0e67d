import { releaseOwed, startProcess } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { createRelayWorld, laneRoom, type RelayWorld, window } from "./testing/relay-world.ts";

const backOffice = { tenant: "exampleshire", lane: "delivery/back-office" };

describe("Relay", () => {
  let at: RelayWorld;
  beforeEach(async () => {
    at = await createRelayWorld();
  });
  afterEach(() => at[Symbol.asyncDispose]());

  const taken = (kind: string) => at.carrier.taken.filter((ticket) => ticket.kind === kind);
  const now = () => at.world.clock.now();

  it("hands over at once what is stored, and no more of it than a ticket", async () => {
    const [id] = await at.start(1);
    expect(at.carrier.taken).toEqual(
      (await at.world.owed(id ?? "")).map((row) => ({
        tenant: "exampleshire",
        id: row.id,
        generation: 1,
        kind: row.kind,
      })),
    );
  });

  it("has no more under way than each lane has room for", async () => {
    await at.start(6);
    await at.pass(1000);
    expect(taken("delivery")).toHaveLength(laneRoom);
    expect(taken("message")).toHaveLength(window);
  });

  it("lets messages go on while a back office hangs", async () => {
    for (let round = 0; round < 4; round += 1) {
      await at.start(3);
      at.finishAll("message");
      await at.pass(0);
    }
    expect(taken("delivery")).toHaveLength(laneRoom);
    at.finishAll("message");
    await at.pass(0);
    expect(taken("message")).toEqual([]);
    expect((await at.states(undefined, "message")).every((state) => state === "queued")).toBe(true);
  });

  it("claims the rest as room comes free, and all of it in the end", async () => {
    await at.start(8);
    const seen = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      await at.pass(0);
      for (const { id } of at.carrier.taken) seen.add(id);
      expect(taken("delivery").length).toBeLessThanOrEqual(laneRoom);
      at.finishAll();
    }
    expect(seen.size).toBe(16);
  });

  it("has as much of a connector under way as it may get at once, twice, once that is known", async () => {
    await at.start(6);
    const [first = missing()] = taken("delivery");
    at.carrier.taken.splice(at.carrier.taken.indexOf(first), 1);
    at.relay.finished(first, { parallel: 1 });
    at.finishAll("delivery");
    await at.pass(0);
    expect(taken("delivery")).toHaveLength(2);
  });

  it("hands nothing over to a connector that is not spoken to, until it is", async () => {
    await at.start(1);
    const [first = missing()] = taken("delivery");
    at.relay.finished(first, { restUntil: now() + 30_000 });
    at.carrier.taken.splice(0);
    await at.start(1);
    await at.pass(29_999);
    expect(taken("delivery")).toEqual([]);
    expect(taken("message")).toHaveLength(1);
    await at.pass(1);
    expect(taken("delivery")).toHaveLength(1);
  });

  it("hands over again as soon as a call to a connector that rested has gone well", async () => {
    await at.start(2);
    const [first = missing(), second = missing()] = taken("delivery");
    at.carrier.taken.splice(0);
    at.relay.finished(first, { restUntil: now() + 900_000 });
    at.relay.finished(second);
    await at.start(1);
    await at.pass(0);
    expect(taken("delivery")).toHaveLength(1);
  });

  it("asks anew of a connector that rests where somebody says that it may be well again", async () => {
    await at.start(1);
    const [first = missing()] = taken("delivery");
    at.relay.finished(first, { restUntil: now() + 900_000 });
    at.carrier.taken.splice(0);
    await at.start(1);
    at.relay.wake("exampleshire");
    await at.pass(0);
    expect(taken("delivery")).toHaveLength(1);
  });

  it("lets nothing new overtake what waits in its lane, and nothing wait for another lane", async () => {
    await at.start(laneRoom + 1);
    expect(at.relay.reserve(backOffice, now())).toBeUndefined();
    at.finishAll("message");
    expect(at.relay.reserve({ ...backOffice, lane: "message" }, now())).toBeDefined();
    at.finishAll("delivery");
    expect(at.relay.reserve(backOffice, now())).toBeUndefined();
    await at.pass(0);
    expect(at.relay.reserve(backOffice, now())).toBeDefined();
  });

  it("counts the places of rows that are being stored, and gives up those of rows that were not", async () => {
    const places = Array.from({ length: laneRoom + 1 }, () => at.relay.reserve(backOffice, now()));
    expect(places.filter((until) => until !== undefined)).toHaveLength(laneRoom);
    at.relay.cancel([{ ...backOffice, id: "out_1", generation: 1, kind: "delivery" }]);
    expect(at.relay.reserve(backOffice, now())).toBeDefined();
  });

  it("keeps no place of a change that was undone", async () => {
    for (let n = 0; n <= window; n += 1)
      await expect(
        startProcess(at.world.ctx, { service: "noise", answers: { ...sampleAnswers, email: 7 } }),
      ).rejects.toThrow();
    expect(at.relay.isQuiet("exampleshire")).toBe(true);
  });

  it("hands over at once for one tenant while another has too much", async () => {
    const other = await at.world.addCouncil("otherton");
    await at.start(10);
    await at.pass(0);
    at.carrier.taken.splice(0);
    await startProcess(other, { service: "noise", answers: sampleAnswers });
    expect(at.carrier.taken.map(({ tenant }) => tenant)).toEqual(["otherton", "otherton"]);
  });

  it("gives every tenant with something due its turn, however much the first has", async () => {
    const other = await at.world.addCouncil("otherton");
    await at.start(60);
    await startProcess(other, { service: "noise", answers: sampleAnswers });
    const [successor, next] = at.succeed(1_000);
    await next.start(["exampleshire", "otherton"]);
    await at.pass(0);
    next.stop();
    const tenants = successor.taken.map(({ tenant }) => tenant);
    expect(tenants.indexOf("otherton")).toBe(32);
    expect(tenants).toHaveLength(8 + 60 + 2);
  });

  it("claims a row again when it falls due, by a timer and not before", async () => {
    await at.start(1);
    const [delivery = missing(), message = missing()] = at.carrier.taken.splice(0);
    at.relay.finished(message);
    // Leave the delivery's row due in ten seconds, as its job would.
    await releaseOwed(at.world.ctx, [delivery], 10_000);
    at.relay.finished(delivery, { dueAgainAt: now() + 10_000 });
    await at.pass(9_999);
    expect(at.carrier.taken).toEqual([]);
    await at.pass(1);
    expect(at.carrier.taken).toMatchObject([{ id: delivery.id, generation: 2 }]);
  });

  it("sets no timer while nothing is owed", async () => {
    at.relay.wake("exampleshire");
    await at.pass(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("does not look again and again at a tenant without room", async () => {
    await at.start(6);
    const elsewhere = { tenant: "otherton", id: "out_1", generation: 1, kind: "message" } as const;
    at.relay.finished(elsewhere, { dueAgainAt: now() + 3_600_000 });
    await at.pass(0);
    const timers = vi.spyOn(globalThis, "setTimeout");
    await at.pass(10);
    expect(timers).not.toHaveBeenCalled();
  });

  it("hands nothing over once it is stopped", async () => {
    at.relay.stop();
    const [id] = await at.start(1);
    await at.pass(60_000);
    expect(at.carrier.taken).toEqual([]);
    expect(await at.states(id)).toEqual(["pending", "pending"]);
  });

  describe("for a tenant that goes to another process", () => {
    it("hands nothing more over, and is quiet once what is under way has had its turn", async () => {
      await at.start(1);
      at.relay.end("exampleshire");
      expect(at.relay.isQuiet("exampleshire")).toBe(false);
      const [id] = await at.start(1);
      at.finishAll();
      expect(at.relay.isQuiet("exampleshire")).toBe(true);
      await at.pass(60_000);
      expect(at.carrier.taken).toEqual([]);
      expect(await at.states(id)).toEqual(["pending", "pending"]);
      expect(vi.getTimerCount()).toBe(0);
    });

    it("goes on where it is given back", async () => {
      at.relay.end("exampleshire");
      const [id] = await at.start(1);
      await at.relay.begin("exampleshire");
      await at.pass(0);
      expect(await at.states(id)).toEqual(["queued", "queued"]);
      expect(at.carrier.taken).toHaveLength(2);
    });
  });
});

function missing(): never {
  throw new Error("nothing was handed over");
}
