import { Problem, type Task, type TaskCompletion } from "@guildhall/contract";
import { findOpenWait, moveTask, type TaskRow } from "@guildhall/store";
import { connectorOf } from "../back-office/caused-by.ts";
import { saidOf } from "../back-office/said.ts";
import { change, type Precondition, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { addWords } from "../ending/add-words.ts";
import { isPaymentAwaited } from "../payment/states.ts";
import { waivePayment } from "../payment/waive.ts";
import { endOrGoOn, passWait } from "../process/go-on.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { type End, finish, hasOpenTasks } from "./finish.ts";
import { expectUnchanged, reachTask } from "./list.ts";
import { presentTask } from "./present.ts";
import { isOfService } from "./raise.ts";
import { statusesFor } from "./status.ts";

/**
 * Complete a task. When it was the last, the process ends and the citizen is told how.
 *
 * `fields.externalStatus`, where given, says by the connector's table which stage the citizen reads. Work beside the
 * service ends no process. Whoever was asked because nobody came in time, or nobody paid, decides with it whether the
 * process goes on or ends.
 *
 * @throws Problem `not-found`, `invalid-transition` (the task has ended)
 */
export async function completeTask(
  ctx: Context,
  id: string,
  { outcome, fields, words }: TaskCompletion,
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
    if (!isOfService(process, task)) return presentTask(ctx, task, unit.tx);
    const end = await endFor(unit, process, { outcome, external: fields.externalStatus });
    const note = words === undefined ? undefined : await addWords(unit, process, words);
    await settle(unit, process, { task, end: { ...end, note } });
    return presentTask(ctx, task, unit.tx);
  });
}

/** Let a process follow what became of one of its tasks: on to its next steps, to its end, or nowhere yet. */
async function settle(
  unit: Unit,
  process: TalkedOf,
  { task, end }: { task: TaskRow; end: End },
): Promise<void> {
  const { tx } = unit;
  const wait = await findOpenWait(tx, process.id);
  if (isPaymentStep(process, task.step) || wait?.step === task.step)
    return decide(unit, process, { step: task.step, end });
  // Whoever was asked because nobody came in time need not decide once somebody came.
  const isWorked = await hasOpenTasks(unit, process, wait?.step);
  if (isWorked || (await isPaymentAwaited(tx, process))) return;
  if (wait === undefined || wait.until === "tasks") await endOrGoOn(unit, process, end);
  else if (end.status !== "completed") await finish(unit, process, end);
}

/** Do what whoever was asked has decided, because nobody came or paid in time. */
async function decide(
  unit: Unit,
  process: TalkedOf,
  { step, end }: { step: string; end: End },
): Promise<void> {
  if (end.status !== "completed") await finish(unit, process, end);
  else if (isPaymentStep(process, step)) await waivePayment(unit, process, step);
  else await passWait(unit, process, { step, cause: "person" });
}

function isPaymentStep({ service }: TalkedOf, step: string): boolean {
  return service.definition.steps.some(({ id, kind }) => id === step && kind === "payment");
}

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
