import type { StatusRow } from "@guildhall/contract";
import { listEvents } from "../process/events.ts";
import { getProcess } from "../process/get.ts";
import { listTasks } from "../task/list.ts";
import { updateTask } from "../task/update.ts";
import { acceptCase, createWorld, type World } from "../testing.ts";
import { takeInChange } from "./take-in.ts";

describe("takeInChange", () => {
  let world: World;
  let process: string;
  beforeEach(async () => {
    world = await createWorld();
    process = (await world.start()).id;
    await deliver();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const deliver = (reference = "CASE-1") => acceptCase(world, reference);
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

  it("goes on following a case that was once said to have changed in years to come", async () => {
    const odd = { ...change("LOOKING"), at: new Date("2999-01-01") };
    await takeIn(odd);
    world.clock.move(60_000);
    await takeIn(change("CLOSED"));
    expect(await takeIn(odd)).toBe(false);
    expect(await getProcess(world.ctx, process)).toMatchObject({ status: "completed" });
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
    world.clock.move(1000);
    await takeIn(change("VISIT"));
    world.clock.move(1000);
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

  it("gives a case that goes on after its end to a person, once, and tells the citizen nothing", async () => {
    await takeIn(change("CLOSED"));
    await takeIn(change("LOOKING"));
    await takeIn({ ...change("LOOKING"), changeKey: "another edit" });
    expect(await getProcess(world.ctx, process)).toMatchObject({ status: "completed" });
    expect(await messages()).toEqual(["started", "completed"]);
    expect((await listTasks(world.ctx, process)).data).toMatchObject([
      { state: "completed" },
      { step: "opened-again", state: "open", externalStatus: "LOOKING" },
    ]);
  });

  it("gives nobody a task when a case that has ended is closed once more", async () => {
    await takeIn(change("CLOSED"));
    await takeIn(change("CLOSED/NO-ACTION"));
    expect((await listTasks(world.ctx, process)).data).toHaveLength(1);
  });

  it("knows every change of a window again, and not only the last", async () => {
    const [first, second] = [change("LOOKING"), { ...change("VISIT"), changeKey: "second" }];
    await takeIn(first);
    await takeIn(second);
    expect(await takeIn(first)).toBe(false);
    expect(await takeIn(second)).toBe(false);
    expect(await stage()).toBe("visit");
  });

  it("moves nothing back for a change that comes out of order", async () => {
    const early = change("LOOKING");
    world.clock.move(1000);
    await takeIn(change("VISIT"));
    expect(await takeIn(early)).toBe(true);
    expect(await stage()).toBe("visit");
    expect(await messages()).toEqual(["started", "stage-changed"]);
  });

  it("leaves a stage that staff have set when something else is edited in the back office", async () => {
    await takeIn(change("LOOKING"));
    const [task] = (await listTasks(world.ctx, process)).data;
    await updateTask(world.as({}), task?.id ?? "", { stage: "visit" });
    expect(await takeIn({ ...change("LOOKING"), changeKey: "another edit" })).toBe(true);
    expect(await stage()).toBe("visit");
  });

  it("says that it was the back office", async () => {
    await takeIn(change("LOOKING"));
    const last = (await listEvents(world.ctx, process)).data.at(-1);
    expect(last?.actor).toEqual({ kind: "back-office", name: "environmental health" });
  });

  describe("by a table", () => {
    const table = (statuses: StatusRow[]) => world.publish({ statuses });
    async function begin(): Promise<void> {
      process = (await world.start()).id;
      await deliver("CASE-2");
    }
    const see = (status: string) => {
      world.clock.move(1000);
      return takeIn({ ...change(status), reference: "CASE-2" });
    };

    it("takes a transition as another thing than the status alone", async () => {
      await table([
        { external: "OPEN", stage: "looking" },
        { external: "OPEN", after: "DONE", stage: "visit" },
        { external: "DONE" },
      ]);
      await begin();
      await see("OPEN");
      expect(await stage()).toBe("looking");
      await see("DONE");
      expect(await stage()).toBe("looking");
      await see("OPEN");
      expect(await stage()).toBe("visit");
    });

    it("moves the stage and writes to nobody, where it says so", async () => {
      await table([
        { external: "OPEN", stage: "looking", message: false },
        { external: "DONE", stage: "done", ends: "closed", message: false },
      ]);
      await begin();
      await see("OPEN");
      expect(await stage()).toBe("looking");
      await see("DONE");
      expect(await getProcess(world.ctx, process)).toMatchObject({ status: "closed" });
      expect(await messages()).toEqual(["started"]);
    });

    it("knows a status that says nothing, and gives nobody a task", async () => {
      await table([{ external: "TYPED" }]);
      await begin();
      await see("TYPED");
      expect(await stage()).toBe("received");
      expect(await world.told(process)).not.toContain("status.unmapped");
      expect((await listTasks(world.ctx, process)).data).toHaveLength(1);
    });
  });
});
