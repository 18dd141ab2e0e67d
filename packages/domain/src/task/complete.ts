import { Problem, type Task, type TaskCompletion } from "@guildhall/contract";
import { moveTask } from "@guildhall/store";
import { connectorOf } from "../back-office/caused-by.ts";
import { saidOf } from "../back-office/said.ts";
import { change, type Precondition, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { isWaiting } from "../payment/states.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { expectUnchanged, presentTask, reachTask } from "./list.ts";
import { isOfService } from "./raise.ts";
import { finish, hasOpenTasks, statusesFor } from "./status.ts";

/**
 * Complete a task. When it was the last, the process ends and the citizen is told how.
 *
 * `fields.externalStatus`, where given, says by the connector's table which stage the citizen reads. Work beside the
 * service ends no process.
 *
 * @throws Problem `not-found`, `invalid-transition` (the task has ended)
 */
export async function completeTask(
  ctx: Context,
  id: string,
  { outcome, fields }: TaskCompletion,
  unchanged?: Precondition,
): Promise<Task> {
  requireScope(ctx, "tasks:write");
  const { process: row } = await reachTask(ctx, id);
  const process = await talkedOf(ctx, row);

  return change(ctx, async (unit) => {
    await expectUnchanged(unit, id, unchanged);
    const now = ctx.now();
    const moved = { state: "completed", completedAt: now, updatedAt: now, fields } as const;
    const task = await moveTask(unit.tx, id, moved);
    if (!task) throw new Problem("invalid-transition");
    await tell(unit, { type: "task.completed", process, subject: id, data: { outcome } });
    if (!isOfService(process, task)) return presentTask(task);
    const end = await endFor(unit, process, { outcome, external: fields.externalStatus });
    if (!(await hasOpenTasks(unit, process)) && !(await isWaiting(unit.tx, process)))
      await finish(unit, process, end);
    return presentTask(task);
  });
}

type End = Parameters<typeof finish>[2];

async function endFor(
  unit: Unit,
  process: TalkedOf,
  { outcome, external }: { outcome: TaskCompletion["outcome"]; external: string | undefined },
): Promise<End> {
  const said = external === undefined ? undefined : await saidOf(unit, process, external);
  const table = await statusesFor(unit.tx, process, connectorOf(unit.ctx, process));
  const last = process.service.definition.stages.at(-1)?.id;
  const stage = said?.stage ?? table.find(({ ends }) => ends === outcome)?.stage ?? last;
  const quiet = said?.message === false;
  return { status: said?.ends ?? outcome, stage, text: said?.text, quiet };
}
