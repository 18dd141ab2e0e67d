import { TaskAssignment } from "@guildhall/contract";
import type { Context } from "../context.ts";
import { listNotes } from "../note/list.ts";
import { addPerson } from "../person/add.ts";
import { changePerson, removePerson } from "../person/change.ts";
import { listEvents } from "../process/events.ts";
import { colleague, createWorld, type World } from "../testing.ts";
import { assignTask } from "./assign.ts";
import { bulkTasks } from "./bulk.ts";
import { completeTask } from "./complete.ts";
import { getTask, listTasks } from "./list.ts";
import { listAllTasks } from "./list-all.ts";
import { listTeams } from "./teams.ts";

describe("the tasks of a council", () => {
  let world: World;
  let olive: Context;
  let process: string;
  let task: string;
  beforeEach(async () => {
    world = await createWorld();
    olive = await colleague(world);
    ({ id: process } = await world.start());
    task = await taskOf(process);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const taskOf = async (of: string) => (await listTasks(world.ctx, of)).data[0]?.id ?? "";
  const give = (input: object, as = olive) =>
    assignTask(as, task, TaskAssignment.parse({ assignee: olive.actor.id, ...input }));
  const done = { outcome: "completed", fields: {} } as const;
  const ids = async (query: object, as = olive) =>
    (await listAllTasks(as, { limit: 10, ...query })).data.map(({ id }) => id);

  it("belong to whoever is given them, and the citizen is told nothing", async () => {
    const { title, team, serviceTitle } = await getTask(olive, task);
    expect({ title, team, serviceTitle }).toEqual({
      title: "Look into it",
      team: "Noise team",
      serviceTitle: "Report a noise nuisance",
    });
    const before = await world.owed(process);
    const given = await give({ team: "Night team", words: "She knows the pub." });
    expect(given).toMatchObject({
      assignee: { id: olive.actor.id, name: "Olive Okafor" },
      team: "Night team",
    });
    expect(await getTask(olive, task)).toEqual(given);
    expect(await world.owed(process)).toEqual(before);
    const { data } = await listNotes(olive, process);
    expect(data).toMatchObject([{ contents: "She knows the pub.", visibleToCitizen: false }]);
    const told = (await listEvents(world.ctx, process)).data.find(
      ({ type }) => type === "task.assigned",
    );
    expect(told).toMatchObject({ subject: task, data: { assignee: olive.actor.id } });
    expect(await give({ assignee: null })).not.toHaveProperty("assignee");
  });

  it("are given by staff alone, to those who may do them and are active", async () => {
    const refused = { code: "request-invalid" };
    const { id: viewer } = await addPerson(world.ctx, {
      name: "Vi Viewer",
      email: "vi@example.com",
      roles: ["viewer"],
    });
    for (const assignee of [viewer, task])
      await expect(give({ assignee })).rejects.toMatchObject(refused);
    await changePerson(world.ctx, olive.actor.id, { active: false });
    await expect(give({})).rejects.toMatchObject(refused);
    await expect(give({ assignee: null }, world.as({}))).rejects.toMatchObject({
      code: "scope-missing",
    });
    await expect(assignTask(olive, "tsk_nobody", { assignee: null })).rejects.toMatchObject({
      code: "not-found",
    });
    await completeTask(olive, task, done);
    await expect(give({ assignee: null })).rejects.toMatchObject({ code: "invalid-transition" });
  });

  it("are not given where somebody changed them meanwhile", async () => {
    const refuse = () => {
      throw new Error("changed");
    };
    await expect(assignTask(olive, task, { assignee: null }, refuse)).rejects.toThrow("changed");
  });

  it("say whose they are to no vendor, whatever it asks", async () => {
    await give({});
    const vendor = world.as({});
    expect(await getTask(vendor, task)).not.toHaveProperty("assignee");
    expect(JSON.stringify(await listAllTasks(vendor, { limit: 10 }))).not.toContain("Olive");
    for (const assignee of ["me", "nobody", olive.actor.id])
      await expect(listAllTasks(vendor, { limit: 10, assignee })).rejects.toMatchObject({
        code: "scope-missing",
      });
  });

  it("are listed as mine, as nobody's, as overdue and by their day", async () => {
    const { id } = await world.start();
    const other = await taskOf(id);
    await give({});
    expect(await ids({ assignee: "me" })).toEqual([task]);
    expect(await ids({ assignee: "nobody" })).toEqual([other]);
    expect(await ids({ assignee: olive.actor.id, order: "due" })).toEqual([task]);
    expect(await ids({ overdue: true })).toEqual([]);
    world.clock.move(3 * 86_400_000);
    expect(await ids({ overdue: true })).toEqual([other, task]);
    expect(await ids({ overdue: true, order: "due" })).toEqual([task, other]);
    const { nextCursor = "" } = await listAllTasks(olive, { limit: 1, order: "due" });
    expect(await ids({ order: "due", cursor: nextCursor })).toEqual([other]);
    await completeTask(olive, task, done);
    expect(await ids({ overdue: true })).toEqual([other]);
    for (const query of [
      { order: "due", cursor: "tsk_nobody" },
      { order: "due", state: ["completed"] },
    ])
      await expect(ids(query)).rejects.toMatchObject({ code: "request-invalid" });
  });

  it("are nobody's once whoever had them cannot do them any more", async () => {
    const away = async (work: () => Promise<unknown>) => {
      await give({});
      await work();
      return (await getTask(olive, task)).assignee;
    };
    const { id } = olive.actor;
    expect(await away(() => changePerson(world.ctx, id, { roles: ["viewer"] }))).toBeUndefined();
    await changePerson(world.ctx, id, { roles: ["caseworker"] });
    expect(await away(() => changePerson(world.ctx, id, { teams: ["A"] }))).toBeDefined();
    expect(await away(() => removePerson(world.ctx, id))).toBeUndefined();
  });

  it("are of teams that are named by services, tasks and people", async () => {
    await give({ team: "Night team" });
    await changePerson(world.ctx, olive.actor.id, { teams: ["Waste", "Noise team"] });
    expect(await listTeams(olive)).toEqual({ data: ["Night team", "Noise team", "Waste"] });
  });

  it("are done together, each by itself, and once where the request comes again", async () => {
    const other = await taskOf((await world.start()).id);
    await completeTask(olive, other, done);
    const tasks = [other, task];
    const request = { id: "same", digest: "same" };
    const complete = () =>
      bulkTasks({ ...olive, request }, { tasks, act: { kind: "complete", ...done } });
    const first = await complete();
    expect(first).toEqual({ data: [{ task: other, code: "invalid-transition" }, { task }] });
    expect(await complete()).toEqual({
      data: [{ task: other, code: "invalid-transition" }, { task }],
    });
    const note = { kind: "note", contents: "Held.", visibleToCitizen: false } as const;
    expect(await bulkTasks(olive, { tasks: ["tsk_nobody", task], act: note })).toEqual({
      data: [
        { task: "tsk_nobody", code: "not-found" },
        { task, code: "process-closed" },
      ],
    });
    const third = await taskOf((await world.start()).id);
    const assign = { kind: "assign", assignee: olive.actor.id } as const;
    expect(await bulkTasks(olive, { tasks: [third], act: assign })).toEqual({
      data: [{ task: third }],
    });
    expect(await ids({ assignee: "me" })).toEqual([third]);
  });
});
