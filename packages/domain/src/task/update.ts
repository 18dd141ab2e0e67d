import { Problem, type StatusRow, type Task, type TaskUpdate } from "@guildhall/contract";
import { findTask, moveTask, type TaskRow } from "@guildhall/store";
import { saidOf } from "../back-office/said.ts";
import { change, type Precondition, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { expectUnchanged, reachTask } from "./list.ts";
import { presentTask } from "./present.ts";
import { isUnderWay } from "./raise.ts";
import { follow } from "./status.ts";

/**
 * Say how far a task is, in the words of the back office that works it.
 *
 * Its status code becomes a stage by the connector's table. The citizen is told when the stage changed, and
 * only then; a code that the table does not name is kept and shown to staff.
 *
 * @throws Problem `not-found`, `invalid-transition` (the task has ended), `request-invalid` (no such stage)
 */
export async function updateTask(
  ctx: Context,
  id: string,
  update: TaskUpdate,
  unchanged?: Precondition,
): Promise<Task> {
  requireScope(ctx, "tasks:write");
  const { process: row } = await reachTask(ctx, id);
  const process = await talkedOf(ctx, row);
  checkStage(process, update.stage);

  return change(ctx, async (unit) => {
    await expectUnchanged(unit, id, unchanged);
    const task = await findTask(unit.tx, id);
    if (!task || !isUnderWay(task)) throw new Problem("invalid-transition");
    const meaning = await meaningFor(unit, process, update);
    const moved = await moveTask(unit.tx, id, movementOf(ctx, task, { update, meaning }));
    if (!moved) throw new Problem("invalid-transition");
    const data = update.externalStatus === undefined ? {} : { external: update.externalStatus };
    await tell(unit, { type: "task.updated", process, subject: id, data });
    if (meaning) await follow(unit, process, meaning);
    return presentTask(ctx, moved, unit.tx);
  });
}

/** What an update means to the citizen: a row of the table or a stage that was named, or nothing. */
type Meaning = Pick<StatusRow, "stage" | "text" | "ends" | "message"> | undefined;

async function meaningFor(
  unit: Unit,
  process: TalkedOf,
  { stage, externalStatus }: TaskUpdate,
): Promise<Meaning> {
  const meaning =
    externalStatus === undefined ? undefined : await saidOf(unit, process, externalStatus);
  return stage === undefined ? meaning : { stage };
}

/** Where a task stands after an update; a status that ends the process completes the task that it came with. */
function movementOf(
  { now }: Context,
  task: TaskRow,
  { update, meaning }: { update: TaskUpdate; meaning: Meaning },
): Parameters<typeof moveTask>[2] {
  const { externalStatus, state = task.state } = update;
  const external = externalStatus === undefined ? {} : { externalStatus };
  const changed = { ...external, updatedAt: now() };
  return meaning?.ends
    ? { ...changed, state: "completed", completedAt: changed.updatedAt }
    : { ...changed, state };
}

function checkStage({ service }: TalkedOf, stage: string | undefined): void {
  if (stage === undefined || service.definition.stages.some(({ id }) => id === stage)) return;
  throw new Problem("request-invalid", { faults: [{ pointer: "/stage", code: "not-an-option" }] });
}
