import type { StatusRow } from "@guildhall/contract";
import {
  findRecord,
  listOpenAlarms,
  listStatusesSeen,
  putConnector,
  transact,
} from "@guildhall/store";
import { getProcess } from "../process/get.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { updateTask } from "../task/update.ts";
import { acceptCase, createWorld, exampleshire, type World } from "../testing.ts";
import { catchUpStatuses } from "./catch-up.ts";
import { takeInChange } from "./take-in.ts";

describe("a status that nobody has mapped", () => {
  let world: World;
  let process: string;
  let seen = 0;
  beforeEach(async () => {
    world = await createWorld();
    process = (await world.start()).id;
    await acceptCase(world, "CASE-1");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function see(status: string): Promise<void> {
    world.clock.move(1000);
    seen += 1;
    const at = new Date(world.clock.now());
    const change = { reference: "CASE-1", changeKey: `${seen}`, status, at };
    await takeInChange(world.ctx, "back-office", change);
  }
  const tasks = async () => (await listTasks(world.ctx, process)).data;
  const raised = async () => (await tasks()).filter(({ step }) => step === "status-unmapped");
  async function map(row: StatusRow): Promise<void> {
    const [definition] = exampleshire.connectors;
    if (!definition) throw new Error("Exampleshire has a back office");
    const statuses = [...definition.statuses, row];
    await transact(world.ctx.db, (tx) => putConnector(tx, { ...definition, statuses }));
  }

  it("becomes one task for a person, with the code as it came", async () => {
    await see("X-99");
    await see("LOOKING");
    await see("X-99");
    expect(await raised()).toMatchObject([
      {
        title: "Say what “X-99” of environmental health means: nobody has",
        externalStatus: "X-99",
        state: "open",
      },
    ]);
  });

  it("calls whoever looks after the connector, once for each code", async () => {
    await see("X-99");
    await see("X-98");
    await see("X-99");
    const alarms = await listOpenAlarms(world.ctx.db);
    expect(alarms.map(({ kind, subject }) => [kind, subject]).sort()).toEqual([
      ["status-unmapped", "back-office/X-98"],
      ["status-unmapped", "back-office/X-99"],
    ]);
  });

  it("calls nobody for each, and leaves no heap of tasks, where a back office says another each time", async () => {
    for (let n = 0; n < 30; n += 1) await see(`waiting since ${n}`);
    expect(await raised()).toHaveLength(5);
    const alarms = await listOpenAlarms(world.ctx.db, ["status-unmapped"]);
    expect(alarms).toHaveLength(21);
    expect(alarms[0]).toMatchObject({ subject: "back-office/" });
  });

  it("is kept as the case's own, and counted", async () => {
    await see("X-99");
    expect(await findRecord(world.ctx.db, "back-office", "CASE-1")).toMatchObject({
      status: "X-99",
      mapped: false,
    });
    expect(await listStatusesSeen(world.ctx.db, { since: 0 })).toMatchObject([
      { connector: "back-office", service: "noise", external: "X-99", count: 1, mapped: false },
    ]);
  });

  it("ends no process when its task is done", async () => {
    await see("X-99");
    const [task] = await raised();
    await completeTask(world.as({}), task?.id ?? "", { outcome: "completed", fields: {} });
    expect(await getProcess(world.ctx, process)).toMatchObject({ status: "open" });
  });

  it("keeps no process from its end, and stays a task after it", async () => {
    await see("X-99");
    await see("CLOSED");
    expect(await getProcess(world.ctx, process)).toMatchObject({ status: "completed" });
    expect(await raised()).toMatchObject([{ state: "open" }]);
  });

  it("counts as soon as it is mapped and the case is seen again, and its task is done", async () => {
    await see("X-99");
    await map({ external: "X-99", stage: "visit" });
    await see("X-99");
    expect((await getProcess(world.ctx, process)).stage.id).toBe("visit");
    expect(await raised()).toMatchObject([{ state: "completed" }]);
  });

  it("counts without another change of the case once it is mapped, and its alarm ends", async () => {
    await see("X-99");
    expect(await catchUpStatuses(world.ctx)).toBe(0);
    await map({ external: "X-99", stage: "visit" });
    expect(await catchUpStatuses(world.ctx)).toBe(1);
    expect(await catchUpStatuses(world.ctx)).toBe(0);
    expect((await getProcess(world.ctx, process)).stage.id).toBe("visit");
    expect(await raised()).toMatchObject([{ state: "completed" }]);
    expect(await listOpenAlarms(world.ctx.db)).toEqual([]);
  });

  it("is kept where it was said with the completion of a task", async () => {
    const [task] = await tasks();
    const fields = { externalStatus: "X-99" };
    await completeTask(world.as({}), task?.id ?? "", { outcome: "closed", fields });
    expect(await world.told(process)).toContain("status.unmapped");
    expect(await raised()).toMatchObject([{ state: "open" }]);
  });

  it("is hidden from the back office itself, which cannot say it is done", async () => {
    await see("X-99");
    const [task] = await raised();
    const grant = { generation: 1, connector: "back-office" };
    const backOffice = world.as({
      actor: { kind: "back-office", id: "back-office", name: "environmental health" },
      only: { process, grant },
    });
    const seenByIt = (await listTasks(backOffice, process)).data;
    expect(seenByIt.map(({ step }) => step)).toEqual(["look"]);
    await expect(updateTask(backOffice, task?.id ?? "", { state: "open" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
