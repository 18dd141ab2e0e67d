import type { Actor } from "@guildhall/contract";
import { eventBefore, listAllEvents } from "./event-list.ts";
import { appendEvent } from "./events.ts";
import { insertOutbox, settleAttempt } from "./outbox.ts";
import { findOutbox } from "./outbox-list.ts";
import { listOwed, retryOwed } from "./owed-list.ts";
import { findUpdatedAt, listProcesses, listUpdatedProcesses } from "./process-list.ts";
import { insertProcess } from "./processes.ts";
import { listAllTasks } from "./task-list.ts";
import { insertTask, moveTask } from "./tasks.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { outboxRow, processRow } from "./testing/rows.ts";
import { transact } from "./transact.ts";

const actor: Actor = { kind: "vendor", id: "key_1", name: "Acme" };
const hour = 3_600_000;

describeOnBothDrivers("lists", (on) => {
  const start = (...rows: ReturnType<typeof processRow>[]) =>
    Promise.all(rows.map((row) => transact(on.db, (tx) => insertProcess(tx, row))));
  const append = (
    process: string,
    at: number,
    type: "note.added" | "document.read" = "note.added",
  ) => transact(on.db, (tx) => appendEvent(tx, { type, process, subject: process, actor, at }));

  it("give processes in the order of what last happened to them, and leave out reading", async () => {
    await start(processRow("prc_1"), processRow("prc_2"), processRow("prc_3"));
    await append("prc_2", 1 * hour);
    await append("prc_1", 2 * hour);
    await append("prc_2", 3 * hour);
    await append("prc_1", 4 * hour, "document.read");
    const since = async (updatedSince: number, after?: number) => {
      const { rows, next } = await listUpdatedProcesses(on.db, { limit: 1, updatedSince, after });
      return [rows.map(({ id }) => id), next];
    };

    expect(await since(0)).toEqual([["prc_1"], "2"]);
    expect(await since(0, 2)).toEqual([["prc_2"], undefined]);
    expect(await since(2 * hour + 1)).toEqual([["prc_2"], undefined]);
    expect(await since(3 * hour + 1)).toEqual([[], undefined]);
    expect(await findUpdatedAt(on.db, "prc_1")).toBe(2 * hour);
    expect(await findUpdatedAt(on.db, "prc_3")).toBeUndefined();
  });

  it("give the processes that were received since", async () => {
    await start(processRow("prc_1"), processRow("prc_2", { receivedAt: hour }));
    const receivedSince = { at: hour, id: "prc_" };
    const { rows } = await listProcesses(on.db, { limit: 10, receivedSince });
    expect(rows.map(({ id }) => id)).toEqual(["prc_2"]);
  });

  it("find where a time begins among the events, however many there are", async () => {
    for (let at = 1; at <= 40; at += 1) await append("prc_1", at * hour);
    expect(await eventBefore(on.db, 0)).toBe(0);
    expect(await eventBefore(on.db, 20 * hour)).toBe(19);
    expect(await eventBefore(on.db, 99 * hour)).toBe(40);
  });

  it("give events of all processes, the latest first, by time, type, actor and process", async () => {
    await append("prc_1", 1 * hour);
    await append("prc_2", 2 * hour, "document.read");
    await append("prc_1", 3 * hour);
    const places = async (filter: Partial<Parameters<typeof listAllEvents>[1]>) => {
      const { rows, next } = await listAllEvents(on.db, { limit: 10, ...filter });
      return [...rows.map(({ seq }) => seq), ...(next === undefined ? [] : [`next ${next}`])];
    };
    expect(await places({})).toEqual([3, 2, 1]);
    expect(await places({ limit: 2 })).toEqual([3, 2, "next 2"]);
    expect(await places({ below: 2 })).toEqual([1]);
    expect(await places({ type: "document.read" })).toEqual([2]);
    expect(await places({ actor: "nobody" })).toEqual([]);
    expect(await places({ process: "prc_1" })).toEqual([3, 1]);
    expect(await places({ after: 2 * hour })).toEqual([3, 2]);
    expect(await places({ before: 2 * hour })).toEqual([1]);
  });

  it("give tasks of all processes by state, service, team, time and process", async () => {
    await start(processRow("prc_1"), processRow("prc_2", { service: "rubbish" }));
    const task = { step: "look", title: "Look", team: "Noise", dueAt: hour, updatedAt: 1 };
    await transact(on.db, async (tx) => {
      await insertTask(tx, { id: "tsk_1", process: "prc_1", ...task });
      await insertTask(tx, { id: "tsk_2", process: "prc_2", ...task, team: null, dueAt: null });
      await insertTask(tx, { id: "tsk_3", process: "prc_2", ...task, dueAt: 2 * hour });
      await moveTask(tx, "tsk_3", { state: "completed", updatedAt: hour });
    });
    const ids = async (filter: Partial<Parameters<typeof listAllTasks>[1]>) =>
      (await listAllTasks(on.db, { limit: 10, ...filter })).rows.map(({ id }) => id);
    expect(await ids({})).toEqual(["tsk_3", "tsk_2", "tsk_1"]);
    expect(await ids({ before: "tsk_2" })).toEqual(["tsk_1"]);
    expect(await ids({ states: ["open", "in-progress"] })).toEqual(["tsk_2", "tsk_1"]);
    expect(await ids({ states: ["completed"] })).toEqual(["tsk_3"]);
    expect(await ids({ services: ["rubbish", "none"] })).toEqual(["tsk_3", "tsk_2"]);
    expect(await ids({ team: "Noise" })).toEqual(["tsk_3", "tsk_1"]);
    expect(await ids({ process: "prc_1" })).toEqual(["tsk_1"]);
    expect(await ids({ dueBefore: 2 * hour })).toEqual(["tsk_1"]);
    expect(await ids({ updatedSince: 2 })).toEqual(["tsk_3"]);
  });

  it("give what is owed by kind, state, destination and process", async () => {
    await transact(on.db, async (tx) => {
      await insertOutbox(tx, outboxRow("out_1", { leaseUntil: 9_000 }));
      await insertOutbox(tx, outboxRow("out_2"));
      await insertOutbox(tx, outboxRow("out_3", { kind: "message", destination: "email" }));
      const held = { state: "held", nextAt: 1, lastCode: "outcome-unknown" } as const;
      await settleAttempt(tx, { id: "out_1", generation: 1 }, held);
    });
    const kind = "delivery" as const;
    const ids = async (filter: Partial<Parameters<typeof listOwed>[1]>) =>
      (await listOwed(on.db, { limit: 10, kind, ...filter })).rows.map(({ id }) => id);
    expect(await ids({})).toEqual(["out_2", "out_1"]);
    expect(await ids({ kind: "message" })).toEqual(["out_3"]);
    expect(await ids({ states: ["held", "dead"] })).toEqual(["out_1"]);
    expect(await ids({ states: ["pending", "held"] })).toEqual(["out_2", "out_1"]);
    expect(await ids({ destination: "nowhere" })).toEqual([]);
    expect(await ids({ process: "prc_9" })).toEqual([]);
  });

  it("make due again only what was left to a person", async () => {
    await transact(on.db, async (tx) => {
      await insertOutbox(tx, outboxRow("out_1", { leaseUntil: 9_000 }));
      const dead = { state: "dead", nextAt: 1, lastCode: "timeout", settledAt: 5 } as const;
      await settleAttempt(tx, { id: "out_1", generation: 1 }, { ...dead, body: { a: 1 } });
    });
    const retry = () => transact(on.db, (tx) => retryOwed(tx, "out_1", { now: 50, giveUpAt: 90 }));
    expect(await retry()).toBe(true);
    expect(await findOutbox(on.db, "out_1")).toMatchObject({
      state: "pending",
      nextAt: 50,
      giveUpAt: 90,
      lastCode: null,
      settledAt: null,
      frozen: true,
    });
    expect(await retry()).toBe(false);
  });
});
