import { Problem, type Task } from "@guildhall/contract";
import { findTask, listTasks as listRows, type TaskRow } from "@guildhall/store";
import type { Precondition, Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import { reachProcess } from "../process/reach.ts";
import { talkedOf } from "../process/talked-of.ts";
import type { TalkedOf } from "../telling.ts";
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
  return { data: rows.filter((row) => mayReach(ctx, process, row)).map(presentTask) };
}

/**
 * See one task.
 *
 * @throws Problem `not-found`
 */
export async function getTask(ctx: Context, id: string): Promise<Task> {
  requireScope(ctx, "tasks:read");
  const { task } = await reachTask(ctx, id);
  return presentTask(task);
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
  { tx }: Unit,
  id: string,
  unchanged: Precondition | undefined,
): Promise<void> {
  const task = unchanged && (await findTask(tx, id));
  if (task) unchanged?.(presentTask(task));
}

export function presentTask(row: TaskRow): Task {
  const { id, process, step, title, team, state, dueAt, externalStatus, completedAt, fields } = row;
  return {
    id,
    process,
    step,
    title,
    state,
    ...(team === null ? {} : { team }),
    ...(dueAt === null ? {} : { dueAt: instant(dueAt) }),
    ...(externalStatus === null ? {} : { externalStatus }),
    ...(completedAt === null ? {} : { completedAt: instant(completedAt) }),
    updatedAt: instant(row.updatedAt),
    ...(fields === undefined ? {} : { fields }),
  };
}
