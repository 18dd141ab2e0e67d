import { releaseOwed, startProcess } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { createRelayWorld, type RelayWorld, window } from "./testing/relay-world.ts";

describe("Relay", () => {
  let at: RelayWorld;
  beforeEach(async () => {
    at = await createRelayWorld();
  });
  afterEach(() => at[Symbol.asyncDispose]());

  it("hands over at once what is stored", async () => {
    const [id] = await at.start(1);
    expect(at.carrier.taken).toHaveLength(2);
    expect(at.carrier.taken).toMatchObject(
      (await at.world.owed(id ?? "")).map((row) => ({ id: row.id })),
    );
  });

  it("has no more of a tenant under way than its window", async () => {
    await at.start(4);
    await at.pass(1000);
    expect(at.carrier.taken).toHaveLength(window);
  });

  it("claims nothing of a tenant with too much under way when it is another's turn", async () => {
    await at.start(2);
    at.relay.finished(at.carrier.taken.shift() ?? missing());
    // A process owes two rows, which is one more than there is room for; the next process waits.
    await at.start(2);
    await at.world.addCouncil("otherton");
    at.relay.wake("otherton");
    await at.pass(0);
    expect(at.carrier.taken).toHaveLength(window + 1);
  });

  it("claims the rest as room comes free, and all of it in the end", async () => {
    await at.start(4);
    const seen = new Set<string>();
    for (let round = 0; round < 3; round += 1) {
      await at.pass(0);
      for (const { id } of at.carrier.taken) seen.add(id);
      expect(at.carrier.taken.length).toBeLessThanOrEqual(window);
      at.finishAll();
    }
    expect(seen.size).toBe(8);
  });

  it("lets nothing new overtake what waits", async () => {
    await at.start(2);
    expect(at.relay.reserve("exampleshire", at.world.clock.now())).toBeUndefined();
    const [waiting] = await at.start(1);
    at.relay.finished(at.carrier.taken.shift() ?? missing());
    expect(at.relay.reserve("exampleshire", at.world.clock.now())).toBeUndefined();
    expect(await at.states(waiting)).toEqual(["pending", "pending"]);
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
    await at.start(10);
    await startProcess(other, { service: "noise", answers: sampleAnswers });
    const [successor, next] = at.succeed();
    await next.start(["exampleshire", "otherton"]);
    await at.pass(0);
    next.stop();
    const tenants = successor.taken.map(({ tenant }) => tenant);
    expect(tenants.filter((tenant) => tenant === "exampleshire")).toHaveLength(window);
    expect(tenants.filter((tenant) => tenant === "otherton")).toHaveLength(2);
  });

  it("claims a row again when it falls due, by a timer and not before", async () => {
    await at.start(1);
    const [delivery = missing(), message = missing()] = at.carrier.taken.splice(0);
    at.relay.finished(message);
    // Leave the delivery's row due in ten seconds, as its job would.
    await releaseOwed(at.world.ctx, [delivery], 10_000);
    at.relay.finished(delivery, at.world.clock.now() + 10_000);
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
    await at.start(4);
    at.relay.finished(
      { tenant: "otherton", id: "out_1", generation: 1, kind: "message" },
      at.world.clock.now() + 3_600_000,
    );
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
});

function missing(): never {
  throw new Error("nothing was handed over");
}
