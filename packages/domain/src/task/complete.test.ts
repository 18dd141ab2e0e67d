import { TaskCompletion } from "@guildhall/contract";
import { getProcess } from "../process/get.ts";
import { createWorld, noise, type World } from "../testing.ts";
import { completeTask } from "./complete.ts";
import { listTasks } from "./list.ts";

describe("completeTask", () => {
  let world: World;
  let process: string;
  let task: string;
  beforeEach(async () => {
    world = await createWorld();
    await begin();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function begin(): Promise<void> {
    process = (await world.start()).id;
    task = (await tasks())[0]?.id ?? "";
  }
  const tasks = async () => (await listTasks(world.ctx, process)).data;
  const complete = (said: object = {}, id = task) =>
    completeTask(world.as({}), id, TaskCompletion.parse(said));
  const ended = async () => {
    const { status, stage } = await getProcess(world.ctx, process);
    return [status, stage.id];
  };

  it("keeps how the task ended, and when", async () => {
    const fields = { officer: "J Hart", result: "Advice given" };
    const done = await complete({ fields });
    expect(done).toMatchObject({
      state: "completed",
      completedAt: "2025-05-22T09:00:00.000Z",
      fields,
    });
    expect(await tasks()).toEqual([done]);
  });

  it("ends the process with its last task, and tells the citizen once", async () => {
    await complete();
    expect(await ended()).toEqual(["completed", "done"]);
    expect(await world.told(process)).toEqual([
      "process.started",
      "task.completed",
      "process.ended",
    ]);
    expect((await world.owed(process)).map(({ purpose }) => purpose)).toEqual([
      "case",
      "started",
      "completed",
    ]);
  });

  it.each(["completed", "closed", "referred"])("ends the process as %s", async (outcome) => {
    await complete({ outcome });
    expect(await ended()).toEqual([outcome, "done"]);
  });

  it("takes the end from a closing status before the outcome", async () => {
    await complete({ outcome: "completed", fields: { externalStatus: "PASSED-ON" } });
    expect(await ended()).toEqual(["referred", "done"]);
  });

  it("goes by the outcome when the status is one that nobody has mapped", async () => {
    await complete({ outcome: "closed", fields: { externalStatus: "X-99" } });
    expect(await ended()).toEqual(["closed", "done"]);
  });

  it("leaves the process open while another task is", async () => {
    const look = { id: "look", kind: "task", title: "Look into it" } as const;
    await world.publish({ steps: [look, { ...look, id: "write", title: "Write to them" }] });
    await begin();
    await complete();
    expect(await ended()).toEqual(["open", "received"]);
    await complete({}, (await tasks())[1]?.id);
    expect(await ended()).toEqual(["completed", "done"]);
  });

  it("ends at the last stage where there is no back office", async () => {
    await world.publish({ mappings: [], steps: noise.steps.filter(({ kind }) => kind === "task") });
    await begin();
    await complete();
    expect(await ended()).toEqual(["completed", "done"]);
  });

  it("lets one of two vendors win, and tells the citizen once", async () => {
    const both = await Promise.allSettled([complete(), complete({ outcome: "closed" })]);
    expect(both).toMatchObject([
      { status: "fulfilled" },
      { status: "rejected", reason: { code: "invalid-transition" } },
    ]);
    expect(await ended()).toEqual(["completed", "done"]);
    expect((await world.told(process)).filter((type) => type === "process.ended")).toHaveLength(1);
  });

  it("refuses a task that was completed before", async () => {
    await complete();
    await expect(complete()).rejects.toMatchObject({ code: "invalid-transition" });
  });
});
