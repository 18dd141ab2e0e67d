import { casesQuery } from "./case-search.ts";
import { insertProcess } from "./processes.ts";
import {
  firstByDayQuery,
  listTasksByDay,
  listTeamsOfTasks,
  newestQuery,
  type TaskFilter,
} from "./task-list.ts";
import { insertTask, moveTask, releaseTasks } from "./tasks.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { openRaw } from "./testing/raw.ts";
import { processRow } from "./testing/rows.ts";
import { createTestStore } from "./testing.ts";
import { transact } from "./transact.ts";

const open = ["open", "in-progress"] as const;

describeOnBothDrivers("lists of what is still to do", (on) => {
  const ids = async (filter: Partial<TaskFilter> = {}) => {
    const { rows } = await listTasksByDay(on.db, { limit: 10, states: open, ...filter });
    return rows.map(({ id }) => id);
  };
  const ended = { state: "completed", updatedAt: 9 } as const;

  beforeEach(() =>
    transact(on.db, async (tx) => {
      await insertProcess(tx, processRow("prc_1"));
      await insertProcess(tx, processRow("prc_2", { service: "rubbish" }));
      const task = { process: "prc_1", step: "look", title: "Look", team: "Noise", updatedAt: 1 };
      await insertTask(tx, { id: "tsk_1", ...task, dueAt: null });
      await insertTask(tx, { id: "tsk_2", ...task, dueAt: 300 });
      await insertTask(tx, { id: "tsk_3", ...task, dueAt: 100, team: "Waste" });
      await insertTask(tx, { id: "tsk_4", ...task, dueAt: 100, process: "prc_2" });
      await insertTask(tx, { id: "tsk_5", ...task, dueAt: 50 });
      await moveTask(tx, "tsk_5", ended);
      await moveTask(tx, "tsk_2", { assignee: "per_1", updatedAt: 2 });
      await moveTask(tx, "tsk_3", { assignee: "per_1", state: "in-progress", updatedAt: 2 });
    }),
  );

  it("come soonest due first, and those without a day last", async () => {
    expect(await ids()).toEqual(["tsk_3", "tsk_4", "tsk_2", "tsk_1"]);
    expect(await ids({ team: "Noise" })).toEqual(["tsk_4", "tsk_2", "tsk_1"]);
    expect(await ids({ assignee: "per_1" })).toEqual(["tsk_3", "tsk_2"]);
    expect(await ids({ assignee: "per_1", team: "Noise" })).toEqual(["tsk_2"]);
    expect(await ids({ assignee: null })).toEqual(["tsk_4", "tsk_1"]);
    expect(await ids({ assignee: null, team: "Waste" })).toEqual([]);
    expect(await ids({ services: ["rubbish"] })).toEqual(["tsk_4"]);
    expect(await ids({ process: "prc_2", team: "Noise" })).toEqual(["tsk_4"]);
    expect(await ids({ states: ["in-progress"] })).toEqual(["tsk_3"]);
    expect(await ids({ dueBefore: 300 })).toEqual(["tsk_3", "tsk_4"]);
    expect(await ids({ updatedSince: 2 })).toEqual(["tsk_3", "tsk_2"]);
  });

  it("go on where the part before ended, though that task was done meanwhile", async () => {
    const walk: string[] = [];
    let before: string | undefined;
    do {
      const part = await listTasksByDay(on.db, { limit: 1, before, states: open });
      walk.push(...part.rows.map(({ id }) => id));
      if (part.next === "tsk_4") await transact(on.db, (tx) => moveTask(tx, "tsk_4", ended));
      before = part.next;
    } while (before !== undefined);
    expect(walk).toEqual(["tsk_3", "tsk_4", "tsk_2", "tsk_1"]);
  });

  it("have nobody's name on what somebody had who left", async () => {
    await transact(on.db, (tx) => releaseTasks(tx, "per_1", 5));
    expect(await ids({ assignee: "per_1" })).toEqual([]);
    expect(await ids({ assignee: null })).toHaveLength(4);
  });

  it("name each team that has something to do once", async () => {
    expect(await listTeamsOfTasks(on.db)).toEqual(["Noise", "Waste"]);
  });
});

describe("lists of what is still to do", () => {
  it("are read in order from an index, and cases are found by theirs, without a sort of tasks", async () => {
    await using world = await createTestStore();
    const { db } = await world.tenant();
    const raw = openRaw(world, db);
    const planOf = ({ toSQL }: { toSQL(): { sql: string; params: unknown[] } }) => {
      const { sql, params } = toSQL();
      const plan = raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(params) as { detail: string }[];
      return plan.map(({ detail }) => detail).join("; ");
    };
    const byDay = (filter: Partial<TaskFilter>) => {
      const query = firstByDayQuery(db, { limit: 20, states: open, ...filter });
      return planOf({ toSQL: () => query.toSQL() });
    };
    const newest = newestQuery(db, { limit: 20, states: open, team: "Noise", assignee: null });
    const byEmail = casesQuery(db, { by: { email: "ada@example.com" }, limit: 20 });
    const plans = [
      byDay({ team: "Noise" }),
      byDay({ team: "Noise", assignee: null, dueBefore: 9 }),
      byDay({ team: "Noise", services: ["noise"] }),
      byDay({ assignee: "per_1", team: "Noise" }),
      byDay({ assignee: null }),
      byDay({}),
      planOf({ toSQL: () => newest.toSQL() }),
    ];
    const found = planOf({ toSQL: () => byEmail.toSQL() });
    raw.close();
    expect(plans.map((plan) => /INDEX (\w+)/.exec(plan)?.[1])).toEqual([
      "tasks_of_team",
      "tasks_of_team",
      "tasks_of_team",
      "tasks_of_assignee",
      "tasks_of_assignee",
      "tasks_by_day",
      "tasks_open",
    ]);
    for (const plan of plans) expect(plan).not.toContain("TEMP B-TREE");
    expect(found).toContain("USING INDEX processes_email");
  });
});
