import type { TaskUpdate } from "@guildhall/contract";
import { findProcess } from "@guildhall/store";
import { getProcess } from "../process/get.ts";
import { createWorld, type World } from "../testing.ts";
import { completeTask } from "./complete.ts";
import { listTasks } from "./list.ts";
import { updateTask } from "./update.ts";

describe("updateTask", () => {
  let world: World;
  let process: string;
  let task: string;
  beforeEach(async () => {
    world = await createWorld();
    process = (await world.start()).id;
    task = (await listTasks(world.ctx, process)).data[0]?.id ?? "";
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const update = (said: TaskUpdate) => updateTask(world.as({}), task, said);
  const stage = async () => (await findProcess(world.ctx.db, process))?.stage;
  const messages = async () =>
    (await world.owed(process)).filter(({ kind }) => kind === "message").map((row) => row.purpose);

  it("keeps the back office's status, and shows the citizen the stage that it means", async () => {
    expect(await update({ externalStatus: "LOOKING" })).toMatchObject({
      id: task,
      state: "open",
      externalStatus: "LOOKING",
    });
    expect((await getProcess(world.ctx, process)).stage.title).toBe("An officer is looking at it");
  });

  it("tells the citizen once when the stage changed", async () => {
    await update({ externalStatus: "LOOKING" });
    expect(await world.told(process)).toEqual(["process.started", "task.updated", "stage.changed"]);
    expect(await messages()).toEqual(["started", "stage-changed"]);
  });

  it("tells nobody when the stage is what it was", async () => {
    await update({ externalStatus: "LOOKING" });
    await update({ externalStatus: "LOOKING" });
    expect(await messages()).toEqual(["started", "stage-changed"]);
  });

  it("moves the process to a stage that is named, without a status", async () => {
    await update({ stage: "visit", state: "in-progress" });
    expect(await stage()).toBe("visit");
    expect(await messages()).toEqual(["started", "stage-changed"]);
  });

  it("tells nobody of a step that means nothing to the citizen", async () => {
    expect(await update({ state: "in-progress" })).toMatchObject({ state: "in-progress" });
    expect(await stage()).toBe("received");
    expect(await messages()).toEqual(["started"]);
  });

  it("keeps a status that nobody has mapped, for staff to see, and leaves the stage", async () => {
    expect(await update({ externalStatus: "X-99" })).toMatchObject({ externalStatus: "X-99" });
    expect(await stage()).toBe("received");
    expect(await world.told(process)).toEqual([
      "process.started",
      "status.unmapped",
      "task.updated",
    ]);
    expect(await messages()).toEqual(["started"]);
  });

  it("takes a status with a reason for the status where the reason has no row", async () => {
    await update({ externalStatus: "VISIT/EVENING" });
    expect(await stage()).toBe("visit");
  });

  it("ends the process on a closing status, with the task, and tells the citizen once", async () => {
    expect(await update({ externalStatus: "CLOSED/NO-ACTION" })).toMatchObject({
      state: "completed",
      externalStatus: "CLOSED/NO-ACTION",
      completedAt: "2025-05-22T09:00:00.000Z",
    });
    expect(await getProcess(world.ctx, process)).toMatchObject({
      status: "closed",
      stage: { id: "done" },
      endedAt: "2025-05-22T09:00:00.000Z",
    });
    expect(await world.told(process)).toEqual(["process.started", "task.updated", "process.ended"]);
    expect(await messages()).toEqual(["started", "completed"]);
  });

  it("speaks the language of the connector that a grant was handed to", async () => {
    const grant = { generation: 1, connector: "elsewhere" };
    const ctx = world.as({ only: { process, grant } });
    await updateTask(ctx, task, { externalStatus: "LOOKING" });
    expect(await stage()).toBe("received");
    expect(await world.told(process)).toContain("status.unmapped");
  });

  it("refuses a stage that the service does not have, and changes nothing", async () => {
    await expect(update({ stage: "moon", state: "in-progress" })).rejects.toMatchObject({
      code: "request-invalid",
      faults: [{ pointer: "/stage", code: "not-an-option" }],
    });
    expect(await world.told(process)).toEqual(["process.started"]);
  });

  it("refuses a task that has ended", async () => {
    await completeTask(world.ctx, task, { outcome: "completed", fields: {} });
    await expect(update({ state: "in-progress" })).rejects.toMatchObject({
      code: "invalid-transition",
    });
    expect(await world.told(process)).not.toContain("task.updated");
  });
});
