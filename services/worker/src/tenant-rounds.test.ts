import type { Ground } from "@guildhall/domain";
import { createWorld, type World } from "@guildhall/domain/testing";
import { TenantRounds } from "./tenant-rounds.ts";
import { FakeErrand } from "./testing/fake-errand.ts";

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const tenant = "exampleshire";

describe("the rounds of a tenant", () => {
  let world: World;
  let rounds: TenantRounds;
  let errand: FakeErrand;
  let opened: number;
  let gone: boolean;
  const faults: unknown[] = [];
  beforeEach(async () => {
    world = await createWorld();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    opened = 0;
    gone = false;
    rounds = new TenantRounds({
      groundFor: async (id) => {
        opened += 1;
        return gone ? undefined : world.groundFor(id);
      },
      now: Date.now,
      onError: (fault) => faults.push(fault),
    });
    errand = new FakeErrand();
    rounds.add(errand);
  });
  afterEach(async () => {
    await rounds.end(tenant);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
    expect(faults.splice(0)).toEqual([]);
    await world[Symbol.asyncDispose]();
  });

  const pass = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    await settled();
  };
  const begin = async () => {
    rounds.begin(tenant);
    await pass(3 * secondMs);
  };
  const dueIn = (ms: number) => {
    errand.due = Date.now() + ms;
  };

  it("take up what fell due while nobody looked, then come at its time and not before", async () => {
    dueIn(-hourMs);
    errand.next = Date.now() + 10 * minuteMs;
    await begin();
    expect(errand.runs).toBe(1);
    await pass(10 * minuteMs - 3 * secondMs - 1);
    expect(errand.runs).toBe(1);
    await pass(1);
    expect(errand.runs).toBe(2);
  });

  it("open nothing while nothing is due, for as long as the errand bears", async () => {
    await begin();
    const before = opened;
    await pass(hourMs - 1);
    expect([opened, errand.runs]).toEqual([before, 0]);
    await pass(1);
    expect([opened, errand.runs]).toEqual([before + 1, 0]);
  });

  it("come sooner when somebody says that more may be due", async () => {
    await begin();
    dueIn(5 * minuteMs);
    rounds.wake(tenant);
    rounds.wake(tenant);
    const before = opened;
    await pass(5 * minuteMs - 1);
    expect([opened, errand.runs]).toEqual([before + 1, 0]);
    await pass(1);
    expect(errand.runs).toBe(1);
  });

  it("come at what they said themselves was due, though nobody told them", async () => {
    await begin();
    expect(await rounds.nextDue(tenant)).toBeUndefined();
    dueIn(minuteMs / 2);
    expect(await rounds.nextDue(tenant)).toBe(errand.due);
    await pass(minuteMs / 2);
    expect(errand.runs).toBe(1);
  });

  it("say when the first of all errands is due", async () => {
    dueIn(hourMs);
    rounds.add(new FakeErrand(Date.now() + minuteMs), new FakeErrand());
    expect(await rounds.nextDue(tenant)).toBe(Date.now() + minuteMs);
  });

  it("bear with what is due still after it was done, and with what is due in a year", async () => {
    dueIn(0);
    errand.next = Date.now();
    await begin();
    expect(errand.runs).toBe(1);
    await pass(minuteMs - 1);
    expect(errand.runs).toBe(1);
    errand.next = Date.now() + 365 * 24 * hourMs;
    await pass(1);
    expect(errand.runs).toBe(2);
    await pass(hourMs - 1);
    expect(errand.runs).toBe(2);
  });

  it("have one look at a time, and look once more where there was news meanwhile", async () => {
    dueIn(0);
    const letGo = errand.hold();
    await begin();
    expect(rounds.isQuiet(tenant)).toBe(false);
    rounds.wake(tenant);
    rounds.wake(tenant);
    await pass(minuteMs);
    dueIn(0);
    expect(errand.runs).toBe(1);
    letGo();
    await pass(0);
    expect([errand.runs, errand.most]).toEqual([2, 1]);
    expect(rounds.isQuiet(tenant)).toBe(true);
  });

  it("go on once for a tenant that was given up and taken up again during a look", async () => {
    dueIn(0);
    const letGo = errand.hold();
    await begin();
    const ended = rounds.end(tenant);
    rounds.begin(tenant);
    dueIn(0);
    await pass(minuteMs);
    expect(errand.runs).toBe(1);
    letGo();
    await ended;
    await pass(0);
    expect([errand.runs, errand.most, vi.getTimerCount()]).toEqual([2, 1, 1]);
    await pass(10 * secondMs);
    expect([errand.runs, vi.getTimerCount()]).toEqual([2, 1]);
  });

  it("take a tenant up only once, and anew after it was given up", async () => {
    rounds.begin(tenant);
    rounds.begin(tenant);
    expect(vi.getTimerCount()).toBe(1);
    await rounds.end(tenant);
    expect(vi.getTimerCount()).toBe(0);
    dueIn(0);
    await pass(minuteMs);
    expect(errand.runs).toBe(0);
    await begin();
    expect(errand.runs).toBe(1);
  });

  it("end only when the look under way has, and look no more", async () => {
    dueIn(0);
    errand.next = Date.now() + minuteMs;
    const letGo = errand.hold();
    await begin();
    let hasEnded = false;
    const ended = rounds.end(tenant).then(() => {
      hasEnded = true;
    });
    await settled();
    expect(hasEnded).toBe(false);
    letGo();
    await ended;
    expect([rounds.isQuiet(tenant), vi.getTimerCount()]).toEqual([true, 0]);
    await pass(hourMs);
    expect(errand.runs).toBe(1);
  });

  it("go on after a look that failed, and keep no other errand waiting for it", async () => {
    const other = new FakeErrand(Date.now() + 30 * secondMs);
    rounds.add(other);
    dueIn(0);
    errand.fault = new Error("broken");
    await begin();
    expect(faults.splice(0)).toEqual([new Error("broken")]);
    await pass(30 * secondMs);
    expect([errand.runs, other.runs]).toEqual([1, 1]);
    errand.fault = undefined;
    await pass(30 * secondMs);
    expect(errand.runs).toBe(2);
  });

  it("go on after a tenant could not be opened", async () => {
    const groundFor = vi.fn(async (): Promise<Ground> => Promise.reject(new Error("busy")));
    const onError = (fault: unknown) => faults.push(fault);
    const shut = new TenantRounds({ groundFor, now: Date.now, onError });
    shut.add(new FakeErrand());
    shut.begin(tenant);
    await pass(3 * secondMs);
    await pass(minuteMs);
    expect(faults.splice(0)).toEqual([new Error("busy"), new Error("busy")]);
    await shut.end(tenant);
  });

  it("know of nothing that is due in a tenant that is not there, or not tended here", async () => {
    gone = true;
    await begin();
    expect(await rounds.nextDue(tenant)).toBeUndefined();
    rounds.wake("othershire");
    await rounds.end("othershire");
    expect([rounds.isQuiet("othershire"), vi.getTimerCount()]).toEqual([true, 1]);
  });
});

/** Let what was begun come to its end. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
}
