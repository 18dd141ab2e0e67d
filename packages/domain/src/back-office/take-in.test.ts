import { loadDelivery } from "../delivery/load.ts";
import { beginDelivery, settleDelivery } from "../delivery/settle.ts";
import { getProcess } from "../process/get.ts";
import { listTasks } from "../task/list.ts";
import { createWorld, type World } from "../testing.ts";
import { endPoll, pollWindow, takeInChange } from "./take-in.ts";

describe("takeInChange", () => {
  let world: World;
  let process: string;
  beforeEach(async () => {
    world = await createWorld();
    process = (await world.start()).id;
    await deliver();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function deliver(reference = "CASE-1"): Promise<void> {
    const ticket = world.handover.given.findLast(({ kind }) => kind === "delivery");
    const loaded = ticket && (await loadDelivery(world.ctx, ticket));
    if (!loaded) throw new Error("nothing to deliver");
    await beginDelivery(world.ctx, ticket, "{}");
    const outcome = { outcome: "accepted", reference } as const;
    await settleDelivery(world.ctx, loaded, { outcome, attempt: 1 });
  }

  const change = (status: string) => ({
    reference: "CASE-1",
    changeKey: `status ${status}`,
    status,
    at: new Date(world.clock.now()),
  });
  const takeIn = (one: ReturnType<typeof change>, connector = "back-office") =>
    takeInChange(world.ctx, connector, one);
  const stage = async () => (await getProcess(world.ctx, process)).stage.id;
  const messages = async () =>
    (await world.owed(process)).filter(({ kind }) => kind === "message").map((row) => row.purpose);

  it("shows the citizen the stage that the status means, and tells them", async () => {
    expect(await takeIn(change("LOOKING"))).toBe(true);
    expect(await stage()).toBe("looking");
    expect(await messages()).toEqual(["started", "stage-changed"]);
    expect((await listTasks(world.ctx, process)).data).toMatchObject([
      { state: "open", externalStatus: "LOOKING" },
    ]);
  });

  it("takes a status as the service means it, where that differs from the connector's table", async () => {
    const statuses = [{ external: "CLOSED", stage: "done", ends: "closed" as const }];
    await world.publish({ statuses });
    process = (await world.start()).id;
    await deliver("CASE-2");
    await takeIn({ ...change("CLOSED"), reference: "CASE-2" });
    expect(await getProcess(world.ctx, process)).toMatchObject({ status: "closed" });
  });

  it("does nothing when the same change is seen twice", async () => {
    const one = change("LOOKING");
    await takeIn(one);
    const before = await world.told(process);
    expect(await takeIn(one)).toBe(false);
    expect(await world.told(process)).toEqual(before);
  });

  it("counts it once when the same change is seen twice at once", async () => {
    const one = change("LOOKING");
    await Promise.all([takeIn(one), takeIn(one)]);
    expect(await world.told(process)).toEqual([
      "process.started",
      "delivery.accepted",
      "task.updated",
      "stage.changed",
    ]);
  });

  it("counts a return to an earlier status again", async () => {
    await takeIn(change("LOOKING"));
    await takeIn(change("VISIT"));
    expect(await takeIn(change("LOOKING"))).toBe(true);
    expect(await stage()).toBe("looking");
    expect(await messages()).toEqual([
      "started",
      "stage-changed",
      "stage-changed",
      "stage-changed",
    ]);
  });

  it("ends the process on a closing status, with what was to be done in it", async () => {
    await takeIn(change("CLOSED"));
    expect(await getProcess(world.ctx, process)).toMatchObject({ status: "completed" });
    expect((await listTasks(world.ctx, process)).data).toMatchObject([{ state: "completed" }]);
    expect(await messages()).toEqual(["started", "completed"]);
  });

  it("keeps a status that nobody has mapped, and leaves the citizen's stage", async () => {
    await takeIn(change("X-99"));
    expect(await stage()).toBe("received");
    expect(await world.told(process)).toContain("status.unmapped");
    expect(await messages()).toEqual(["started"]);
  });

  it("ignores a case that is not ours", async () => {
    expect(await takeIn({ ...change("LOOKING"), reference: "CASE-2" })).toBe(false);
    expect(await stage()).toBe("received");
  });

  it("ignores a case of another back office under the same reference", async () => {
    expect(await takeIn(change("LOOKING"), "planning")).toBe(false);
    expect(await stage()).toBe("received");
  });

  it("ignores a change without a status", async () => {
    const { status: _, ...without } = change("LOOKING");
    expect(await takeInChange(world.ctx, "back-office", without)).toBe(false);
  });

  it("tells nobody of what happens to a case after the process has ended", async () => {
    await takeIn(change("CLOSED"));
    await takeIn(change("LOOKING"));
    expect(await getProcess(world.ctx, process)).toMatchObject({ status: "completed" });
    expect(await messages()).toEqual(["started", "completed"]);
  });

  describe("the window to look in", () => {
    const minutes = async () => {
      const { from, to } = await pollWindow(world.ctx, "back-office");
      return (to.getTime() - from.getTime()) / 60_000;
    };

    it("is at first the last hour and a minute", async () => {
      expect(await minutes()).toBe(61);
    });

    it("begins where it began at first, until a look has ended well", async () => {
      await minutes();
      world.clock.move(3 * 3_600_000);
      expect(await minutes()).toBe(61 + 180);
    });

    it("begins a minute before the end of the last, and ends now", async () => {
      const { to } = await pollWindow(world.ctx, "back-office");
      await endPoll(world.ctx, "back-office", to);
      world.clock.move(5 * 60_000);
      expect(await minutes()).toBe(6);
    });
  });
});
