import type { Change } from "@guildhall/contract";
import { getProcess } from "@guildhall/domain";
import { acceptCase, createWorld, type World } from "@guildhall/domain/testing";
import { pollBackOffice } from "./poll-back-office.ts";

const overlapMs = 300_000;

describe("pollBackOffice", () => {
  let world: World;
  let process: string;
  beforeEach(async () => {
    world = await createWorld();
    process = (await world.start()).id;
    await acceptCase(world, "CASE-1");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const change = (status: string): Change => ({
    reference: "CASE-1",
    changeKey: status,
    status,
    at: new Date(world.clock.now()),
  });
  const poll = () =>
    pollBackOffice(world.ctx, "back-office", { connector: world.backOffice, timeoutMs: 1000 });
  const windows = () =>
    world.backOffice.asked.map(({ from, to }) => [from.getTime(), to.getTime()]);

  it("takes in what changed, and counts what was ours", async () => {
    world.backOffice.changes = [change("LOOKING"), { ...change("VISIT"), reference: "CASE-9" }];
    expect(await poll()).toBe(1);
    expect((await getProcess(world.ctx, process)).stage.id).toBe("looking");
  });

  it("takes a change in once that it sees in two windows", async () => {
    world.backOffice.changes = [change("LOOKING")];
    await poll();
    const before = await world.told(process);
    expect(await poll()).toBe(0);
    expect(await world.told(process)).toEqual(before);
  });

  it("looks again from the latest that it was told of, and a little before", async () => {
    const begun = world.clock.now();
    world.backOffice.changes = [change("LOOKING")];
    await poll();
    world.clock.move(300_000);
    await poll();
    expect(windows()).toEqual([
      [begun - 3_600_000 - overlapMs, begun],
      [begun - overlapMs, begun + 300_000],
    ]);
  });

  it("looks again at the same window when the back office did not answer", async () => {
    const begun = world.clock.now();
    const answer = world.backOffice.poll.bind(world.backOffice);
    world.backOffice.changes = [change("LOOKING")];
    world.backOffice.poll = async (window) => {
      await answer(window);
      throw new Error("down");
    };
    await expect(poll()).rejects.toThrow("down");
    world.backOffice.poll = answer;
    world.clock.move(300_000);
    await poll();
    expect(windows()[1]?.[0]).toBe(begun - 3_600_000 - overlapMs);
  });

  it("takes in the others when one change cannot be, and looks at them all again", async () => {
    const begun = world.clock.now();
    // A key that no database can hold stands for whatever goes wrong half-way.
    const spoilt = { ...change("VISIT"), changeKey: "cut\0off" };
    world.backOffice.changes = [spoilt, change("LOOKING")];
    await expect(poll()).rejects.toMatchObject({ errors: [{ code: "ill-formed-text" }] });
    expect((await getProcess(world.ctx, process)).stage.id).toBe("looking");
    world.backOffice.changes = [change("LOOKING"), change("VISIT")];
    world.clock.move(300_000);
    expect(await poll()).toBe(1);
    expect(windows()[1]?.[0]).toBe(begun - 3_600_000 - overlapMs);
    expect((await getProcess(world.ctx, process)).stage.id).toBe("visit");
  });

  it("asks nothing of a back office that calls us", async () => {
    const { send, does } = world.backOffice;
    const connector = { send, does, canBeAsked: () => false };
    expect(await pollBackOffice(world.ctx, "back-office", { connector, timeoutMs: 1000 })).toBe(0);
  });
});
