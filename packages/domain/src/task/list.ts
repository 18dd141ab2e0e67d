import { Problem, type Task } from "@guildhall/contract";
import { findTask, listTasks as listRows, type TaskRow } from "@guildhall/store";
import type { Precondition, Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { reachProcess } from "../process/reach.ts";
import { talkedOf } from "../process/talked-of.ts";
import type { TalkedOf } from "../telling.ts";
import { presentTask, presentTasks } from "./present.ts";
import { isOfService } from "./raise.ts";

/**
 * See what has to be done in a process.
 *
 * @throws Problem `not-found`
 */
export async function listTasks(ctx: Context, processId: string): Promise<{ data: Task[] }> {
  requireScope(ctx, "tasks:read");
  const process = await talkedOf(ctx, await reachProcess(ctx, processId));
  const rows = await listRows(ctx.db, processId);
  const reached = rows.filter((row) => mayReach(ctx, process, row));
  return { data: await presentTasks(ctx, reached) };
}

/**
 * See one task.
 *
 * @throws Problem `not-found`
 */
export async function getTask(ctx: Context, id: string): Promise<Task> {
  requireScope(ctx, "tasks:read");
  const { task } = await reachTask(ctx, id);
  return presentTask(ctx, task);
}

/** Find a task of a process that the actor may see. */
export async function reachTask(ctx: Context, id: string) {
  const task = await findTask(ctx.db, id);
  if (!task) throw new Problem("not-found");
  const process = await reachProcess(ctx, task.process);
  if (!mayReach(ctx, await talkedOf(ctx, process), task)) throw new Problem("not-found");
  return { task, process };
}

/** Work beside the service is for the council's own people, and not for a back office to call done. */
function mayReach({ only }: Context, process: TalkedOf, task: TaskRow): boolean {
  return only?.grant === undefined || isOfService(process, task);
}

/** Make sure, inside a change, that a task is as whoever changes it saw it. */
export async function expectUnchanged(
  { ctx, tx }: Unit,
  id: string,
  unchanged: Precondition | undefined,
): Promise<void> {
  const task = unchanged && (await findTask(tx, id));
  if (task) unchanged?.(await presentTask(ctx, task, tx));
}
