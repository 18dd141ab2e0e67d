import type { Step } from "@guildhall/contract";
import { findProcess } from "@guildhall/store";
import { takeInStatus } from "../back-office/take-in-status.ts";
import { change } from "../change.ts";
import { talkedOf } from "../process/talked-of.ts";
import {
  createSteppingWorld,
  dayMs,
  deliver,
  email,
  look,
  report,
  type Stepping,
  wait,
} from "../process/test-steps.ts";
import { completeTask } from "../task/complete.ts";
import { updateTask } from "../task/update.ts";
import { payingSteps, type World } from "../testing.ts";
import { whenWaitDue } from "./tend.ts";

const pay = payingSteps.filter(({ kind }) => kind === "payment");

describe("a step that waits", () => {
  let world: World;
  let on: Stepping;
  beforeEach(async () => {
    on = await createSteppingWorld();
    world = on.world;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function sayStatus(id: string, status: string) {
    const row = await findProcess(world.ctx.db, id);
    if (!row) throw new Error("There is no process");
    const process = await talkedOf(world.ctx, row);
    const seen = { record: "R1", status, at: new Date(world.clock.now()) };
    await change(world.ctx, (unit) =>
      takeInStatus(unit, process, { connector: "back-office", record: "R1", seen: seen as never }),
    );
  }

  async function pass() {
    world.clock.move(20 * dayMs);
    await on.tend();
  }

  it("lets nothing after it begin until the tasks before it are done", async () => {
    const { id } = await on.begin([look, wait, report, email]);
    expect(await on.open(id)).toEqual(["Look into it"]);
    expect(await on.purposes(id)).toEqual(["started"]);

    await on.finishTask(id);
    expect(await on.stands(id)).toEqual(["open", "done"]);
    expect(await on.open(id)).toEqual(["Write a report"]);
    expect(await on.purposes(id)).toContain("step-message");
    expect(await world.told(id)).toEqual([
      "process.started",
      "wait.begun",
      "task.completed",
      "wait.ended",
      "stage.changed",
    ]);

    await on.finishTask(id);
    expect(await on.stands(id)).toEqual(["completed", "done"]);
  });

  it("ends the process where nothing after it is left to do", async () => {
    const { id } = await on.begin([look, wait, email]);
    await on.finishTask(id);
    expect(await on.stands(id)).toEqual(["completed", "done"]);
    expect(await on.purposes(id)).toEqual(["started", "step-message", "completed"]);
  });

  it("is over when the back office says that it has completed the case", async () => {
    const { id } = await on.begin([deliver, wait, report]);
    await sayStatus(id, "CLOSED");
    expect(await on.stands(id)).toEqual(["open", "done"]);
    expect(await on.open(id)).toEqual(["Write a report"]);
  });

  it("holds nothing up that the back office ends otherwise", async () => {
    const { id } = await on.begin([deliver, wait, report]);
    await sayStatus(id, "CLOSED/NO-ACTION");
    expect(await on.stands(id)).toEqual(["closed", "done"]);
    expect(await on.open(id)).toEqual([]);
    expect(await whenWaitDue(world.ctx)).toBeUndefined();
  });

  it("ends the process when the back office has completed it and nothing after it is left to do", async () => {
    const { id } = await on.begin([deliver, wait, email]);
    await sayStatus(id, "CLOSED");
    expect(await on.stands(id)).toEqual(["completed", "done"]);
    expect(await on.purposes(id)).toEqual(["case", "started", "step-message", "completed"]);
  });

  it("leaves the case to the back office when time ends it", async () => {
    const { id } = await on.begin([deliver, wait, email]);
    await pass();
    expect(await on.stands(id)).toEqual(["open", "received"]);
    expect(await on.purposes(id)).toContain("step-message");
    await sayStatus(id, "CLOSED");
    expect(await on.stands(id)).toEqual(["completed", "done"]);
  });

  it("waits for nothing where nobody was asked to do anything", async () => {
    const { id } = await on.begin([{ ...look, when: "is-pub" }, wait, report]);
    expect(await on.open(id)).toEqual(["Write a report"]);
    expect(await world.told(id)).toEqual(["process.started", "wait.begun", "wait.ended"]);
  });

  it("waits for the back office where the case goes there", async () => {
    const { id } = await on.begin([look, wait, deliver, { ...wait, id: "more-patience" }, report]);
    await on.finishTask(id);
    expect(await on.open(id)).toEqual([]);
    expect(await on.stands(id)).toEqual(["open", "done"]);
    await sayStatus(id, "CLOSED");
    expect(await on.open(id)).toEqual(["Write a report"]);
  });

  it("keeps the end that was said when another wait follows that has nothing to wait for", async () => {
    const { id } = await on.begin([
      deliver,
      wait,
      { ...report, when: "is-pub" },
      { ...wait, id: "more-patience" },
      email,
    ]);
    await sayStatus(id, "CLOSED");
    expect(await on.stands(id)).toEqual(["completed", "done"]);
    expect(await whenWaitDue(world.ctx)).toBeUndefined();
  });

  it("gives the citizen at once what they have to pay after it, where it waits for nothing", async () => {
    await world.publish({ steps: [wait, ...pay, report] });
    const { payment } = await world.start();
    expect(payment).toMatchObject({ status: "new" });
  });

  it("is over when the process stands at a stage, and not before", async () => {
    const until = { until: "stage", stage: "visit" } as const;
    const { id } = await on.begin([look, { ...wait, ...until }, report]);
    const [task] = await on.tasks(id);
    await updateTask(world.ctx, task?.id ?? "", { externalStatus: "LOOKING" });
    expect(await on.open(id)).toEqual(["Look into it"]);
    await updateTask(world.ctx, task?.id ?? "", { externalStatus: "VISIT" });
    expect(await on.open(id)).toEqual(["Look into it", "Write a report"]);
  });

  it("keeps the process open when the tasks before it are done and it waits for something else", async () => {
    const { id } = await on.begin([look, { ...wait, until: "days" }, report]);
    await on.finishTask(id);
    expect(await on.stands(id)).toEqual(["open", "received"]);
    expect(await on.open(id)).toEqual([]);
  });

  it("goes on after its working days, once", async () => {
    const { id } = await on.begin([deliver, { ...wait, until: "days" }, report]);
    await on.tend();
    expect(await on.open(id)).toEqual([]);
    const due = (await whenWaitDue(world.ctx)) ?? 0;
    expect(due).toBeGreaterThan(world.clock.now() + 4 * dayMs);
    world.clock.move(due - world.clock.now());
    await on.tend();
    await on.tend();
    expect(await on.open(id)).toEqual(["Write a report"]);
    expect(await whenWaitDue(world.ctx)).toBeUndefined();
  });

  it("begins what comes after it once, whoever comes at the same moment", async () => {
    const { id } = await on.begin([look, wait, report]);
    world.clock.move(20 * dayMs);
    await Promise.all([on.finishTask(id), on.tend()]);
    expect((await on.tasks(id)).filter(({ title }) => title === "Write a report")).toHaveLength(1);
  });

  it("asks a team where nobody came in time and its service says so; their word goes on or ends it", async () => {
    const onFailure = { action: "task", team: "Noise team", dueWorkingDays: 2 } as const;
    const asking: Step[] = [look, { ...wait, onFailure }, report];
    for (const outcome of ["completed", "closed"] as const) {
      const { id } = await on.begin(asking);
      world.clock.move(20 * dayMs);
      await on.tend();
      await on.tend();
      expect(await on.open(id)).toEqual([
        "Look into it",
        "Nobody came in time: decide whether it goes on",
      ]);
      const asked = (await on.tasks(id)).find(({ step }) => step === "patience");
      expect(asked).toMatchObject({ team: "Noise team" });
      expect(asked?.dueAt).not.toBeNull();
      await completeTask(world.ctx, asked?.id ?? "", { outcome, fields: {} });
      const isOn = outcome === "completed";
      expect((await on.stands(id))[0]).toBe(isOn ? "open" : "closed");
      expect(await on.open(id)).toEqual(isOn ? ["Look into it", "Write a report"] : []);
    }
  });

  it("takes the question back from the team when the tasks are done late", async () => {
    const onFailure = { action: "task", title: "Ring them" } as const;
    const { id } = await on.begin([look, { ...wait, onFailure }, report]);
    await pass();
    expect(await on.open(id)).toEqual(["Look into it", "Ring them"]);
    await on.finishTask(id);
    expect(await on.open(id)).toEqual(["Write a report"]);
    expect(await on.stands(id)).toEqual(["open", "done"]);
  });

  it("takes the question back from the team when the back office comes late", async () => {
    const onFailure = { action: "task", title: "Ring them" } as const;
    const { id } = await on.begin([deliver, { ...wait, onFailure }, report]);
    world.clock.move(20 * dayMs);
    await on.tend();
    expect(await on.open(id)).toEqual(["Ring them"]);
    await sayStatus(id, "CLOSED");
    expect(await on.open(id)).toEqual(["Write a report"]);
  });
});
