import { Problem, type Task, type TaskCompletion } from "@guildhall/contract";
import { moveTask } from "@guildhall/store";
import { change, type Precondition } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { isWaiting } from "../payment/states.ts";
import { talkedOf } from "../process/talked-of.ts";
import { type TalkedOf, tell } from "../tell.ts";
import { expectUnchanged, presentTask, reachTask } from "./list.ts";
import { connectorOf, finish, hasOpenTasks, meaningOf, statusesFor } from "./status.ts";

/**
 * Complete a task. When it was the last, the process ends and the citizen is told how.
 *
 * `fields.externalStatus`, where given, says by the connector's table which stage the citizen reads.
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
  const end = await endFor(ctx, process, { outcome, external: fields.externalStatus });

  return change(ctx, async (unit) => {
    await expectUnchanged(unit, id, unchanged);
    const now = ctx.now();
    const task = await moveTask(unit.tx, id, {
      state: "completed",
      completedAt: now,
      updatedAt: now,
      fields,
    });
    if (!task) throw new Problem("invalid-transition");
    await tell(unit, { type: "task.completed", process, subject: id, data: { outcome } });
    if (!(await hasOpenTasks(unit, process.id)) && !(await isWaiting(unit.tx, process)))
      await finish(unit, process, end);
    return presentTask(task);
  });
}

interface End {
  readonly status: TaskCompletion["outcome"];
  readonly stage: string;
  readonly text?: string | undefined;
}

async function endFor(
  ctx: Context,
  process: TalkedOf,
  { outcome, external }: { outcome: TaskCompletion["outcome"]; external: string | undefined },
): Promise<End> {
  const connector = connectorOf(ctx, process);
  const meaning =
    external === undefined ? undefined : await meaningOf(ctx, process, { connector, external });
  if (meaning) return { status: meaning.ends ?? outcome, stage: meaning.stage, text: meaning.text };
  const table = await statusesFor(ctx, process, connector);
  const last = process.service.definition.stages.at(-1)?.id ?? "completed";
  return { status: outcome, stage: table.find(({ ends }) => ends === outcome)?.stage ?? last };
}
