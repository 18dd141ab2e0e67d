import type { Answers, Step } from "@guildhall/contract";
import { findProcess, listTasks } from "@guildhall/store";
import { completeTask } from "../task/complete.ts";
import { createWorld } from "../testing.ts";
import { tendWaits } from "../wait/tend.ts";

export const dayMs = 86_400_000;
export const look: Step = { id: "look", kind: "task", title: "Look into it" };
export const report: Step = { id: "report", kind: "task", title: "Write a report" };
export const deliver: Extract<Step, { kind: "deliver" }> = {
  id: "tell-team",
  kind: "deliver",
  mapping: "case",
};
export const wait: Extract<Step, { kind: "wait" }> = {
  id: "patience",
  kind: "wait",
  until: "tasks",
  workingDays: 5,
};
export const email: Extract<Step, { kind: "message" }> = {
  id: "say-so",
  kind: "message",
  subject: "About ((reference))",
  text: "Dear ((name)), we have looked.",
};
export const letter: Step = { ...email, id: "post-it", kind: "letter", connector: "notify" };

export type Stepping = Awaited<ReturnType<typeof createSteppingWorld>>;

/** A world whose noise service has other steps, and what a test does with, and sees of, one of its processes. */
export async function createSteppingWorld() {
  const world = await createWorld();
  const tasks = (id: string) => listTasks(world.ctx.db, id);
  return {
    world,
    tasks,
    begin: async (steps: Step[], answers: Answers = {}) => {
      await world.publish({ steps });
      return world.start(answers);
    },
    purposes: async (id: string) => (await world.owed(id)).map(({ purpose }) => purpose),
    /** The titles of the tasks that are to be done. */
    open: async (id: string) =>
      (await tasks(id)).filter(({ state }) => state === "open").map(({ title }) => title),
    stands: async (id: string) => {
      const row = await findProcess(world.ctx.db, id);
      return [row?.status, row?.stage];
    },
    finishTask: async (id: string) => {
      const task = (await tasks(id)).find(({ state }) => state === "open");
      await completeTask(world.ctx, task?.id ?? "", { outcome: "completed", fields: {} });
    },
    /** See to the waits whose time is over; none may fail. */
    tend: async () => {
      const faults: unknown[] = [];
      await tendWaits(world.ctx, (error) => faults.push(error));
      expect(faults).toEqual([]);
    },
  };
}
