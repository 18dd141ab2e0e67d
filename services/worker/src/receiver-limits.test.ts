import { ReceiverLimits } from "./receiver-limits.ts";

describe("ReceiverLimits", () => {
  let at: number;
  let limits: ReceiverLimits;
  const ends: ((ok: boolean) => void)[] = [];
  beforeEach(() => {
    at = 1_000_000;
    ends.length = 0;
    limits = new ReceiverLimits({ now: () => at, random: () => 1, each: 2, all: 4 });
  });

  const call = (receiver: string, { tenant = "a", urgent = false } = {}) =>
    limits.run(
      { tenant, receiver, urgent },
      () => new Promise<{ ok: boolean }>((resolve) => ends.push((ok) => resolve({ ok }))),
    );
  /** Call and let it end so, after the given time. */
  const done = async (receiver: string, ok: boolean, ms = 0) => {
    const made = call(receiver);
    at += ms;
    ends.pop()?.(ok);
    return made;
  };
  const failThrice = async (receiver: string) => {
    for (let n = 0; n < 3; n += 1) expect(await done(receiver, false)).toEqual({ ok: false });
  };
  const putOff = async (made: ReturnType<typeof call>) => {
    const answer = await made;
    return "putOffMs" in answer ? answer.putOffMs : undefined;
  };

  it("lets as many calls go to one receiver as may, and puts the next off", async () => {
    void call("x");
    void call("x");
    expect(ends).toHaveLength(2);
    expect(await putOff(call("x"))).toBeGreaterThan(0);
    expect(ends).toHaveLength(2);
  });

  it("lets as many calls of a tenant go as may, and others' beside them", async () => {
    for (const receiver of ["x", "x", "y", "y"]) void call(receiver);
    expect(await putOff(call("z"))).toBeGreaterThan(0);
    void call("x", { tenant: "b" });
    expect(ends).toHaveLength(5);
  });

  it("gives a place back when a call ends, also one that throws", async () => {
    const place = { tenant: "a", receiver: "x", urgent: false };
    const thrown = limits.run(place, () => Promise.reject(new Error("a fault")));
    await expect(thrown).rejects.toThrow("a fault");
    void call("x");
    for (const end of ends.splice(0)) end(true);
    await Promise.resolve();
    expect(await done("x", true)).toEqual({ ok: true });
  });

  it("calls a receiver that failed one at a time, until it takes something", async () => {
    await done("x", false);
    void call("x");
    expect(await putOff(call("x"))).toBeGreaterThan(0);
    ends.pop()?.(true);
    await new Promise(setImmediate);
    void call("x");
    void call("x");
    expect(ends).toHaveLength(2);
  });

  it("leaves a receiver alone that fails again and again, longer each time, five minutes at most", async () => {
    await failThrice("x");
    const rests: number[] = [];
    for (let n = 0; n < 10; n += 1) {
      const ms = (await putOff(call("x"))) ?? 0;
      rests.push(ms);
      at += 10 * 60_000;
      await done("x", false);
    }
    expect(rests[0]).toBeGreaterThanOrEqual(5_000);
    expect(rests[1]).toBeGreaterThanOrEqual(10_000);
    expect(Math.max(...rests)).toBe(300_000);
  });

  it("does not make an urgent call wait for a rest to end", async () => {
    await failThrice("x");
    expect(await putOff(call("x"))).toBeDefined();
    void call("x", { urgent: true });
    ends.pop()?.(true);
    await new Promise(setImmediate);
    void call("x");
    expect(ends).toHaveLength(1);
  });

  it("puts each off a little longer than the one before, and the end of a long line by chance", async () => {
    for (let n = 0; n < 3; n += 1) await done("x", true, 60_000);
    void call("x");
    void call("x");
    const waits = await Promise.all(Array.from({ length: 100 }, () => putOff(call("x"))));
    const [first = 0, second = 0] = waits;
    expect(second).toBeGreaterThan(first);
    expect(waits.at(-1)).toBe(300_000);
  });

  it("forgets whoever was not called lately, once it knows many", async () => {
    limits = new ReceiverLimits({ now: () => at, random: () => 1, each: 2, all: 4, known: 3 });
    await done("once", true, 60_000);
    at += 5 * 60_000;
    await failThrice("failing");
    void call("hanging");
    expect(await putOff(call("failing"))).toBeDefined();
    void call("hanging");
    expect(await putOff(call("hanging"))).toBeDefined();
    void call("once");
    void call("once");
    // As one is put off that was never called: that it took a minute once is known no more.
    expect(await putOff(call("once"))).toBe(500);
  });
});
