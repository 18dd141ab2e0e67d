import { listAlarms, watchAlarms } from "@guildhall/domain";
import { noteLook, transact } from "@guildhall/store";
import { createPolledWorld, everyMs, type PolledWorld } from "./testing/polled-world.ts";

const dayMs = 86_400_000;

describe("a back office that cannot be looked into", () => {
  let polled: PolledWorld;
  beforeEach(async () => {
    polled = await createPolledWorld();
    const { world } = polled;
    await transact(world.ctx.db, (tx) => noteLook(tx, "back-office", world.clock.now()));
    await polled.begin({ pollEveryS: 60, lookedAfterBy: "caseworker" });
  });
  afterEach(() => polled[Symbol.asyncDispose]());

  const alarms = async (ended = false) =>
    (await listAlarms(polled.world.ctx, { limit: 9, ended })).data;
  const quarters = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 15 * everyMs) await polled.pass(15 * everyMs);
  };
  function fall(): () => void {
    const { backOffice } = polled.world;
    const answer = backOffice.poll.bind(backOffice);
    backOffice.poll = () => Promise.reject(new Error("down"));
    return () => {
      backOffice.poll = answer;
    };
  }

  it("calls whoever looks after it after a day, until a look goes well", async () => {
    const rise = fall();
    await quarters(dayMs - 30 * everyMs);
    expect(await alarms()).toEqual([]);
    await quarters(60 * everyMs);
    expect(await alarms()).toMatchObject([
      {
        kind: "polling-failed",
        subject: "back-office",
        role: "caseworker",
        title: "We cannot see what has changed in environmental health",
      },
    ]);
    rise();
    await quarters(15 * everyMs);
    expect(await alarms()).toEqual([]);
    expect(await alarms(true)).toMatchObject([{ kind: "polling-failed" }]);
  });

  it("calls also where it was never ready to be asked", async () => {
    polled.connector = undefined;
    await quarters(dayMs + 30 * everyMs);
    expect(await alarms()).toMatchObject([{ kind: "polling-failed" }]);
  });

  it("calls nobody any more once it is not asked", async () => {
    fall();
    await quarters(dayMs + 30 * everyMs);
    expect(await alarms()).toHaveLength(1);
    await polled.put({});
    await watchAlarms(polled.world.ground, {
      canBeAsked: async () => false,
      endings: async () => [],
    });
    expect(await alarms()).toEqual([]);
  });
});
