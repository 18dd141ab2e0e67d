import { insertTask, listTasks, moveTask, type TaskRow } from "@guildhall/store";
import type { Unit } from "../change.ts";
import type { TalkedOf } from "../tell.ts";

/** Tell whether a task is a step of its service; the others are work beside it, which no process waits for. */
export function isOfService({ service }: TalkedOf, { step }: Pick<TaskRow, "step">): boolean {
  return service.definition.steps.some(({ id }) => id === step);
}

/** Tell whether a task can still be done. */
export function isUnderWay({ state }: Pick<TaskRow, "state">): boolean {
  return state === "open" || state === "in-progress";
}

/** Work beside the service that a status of a back office makes. */
export interface Raised {
  readonly step: "status-unmapped" | "opened-again";
  readonly external: string;
  readonly title: string;
}

/** Open a task beside the service; undefined where the same is open already. */
export async function raiseTask(
  unit: Unit,
  process: TalkedOf,
  { title, ...raised }: Raised,
): Promise<string | undefined> {
  const { ctx, tx } = unit;
  if (await findRaised(unit, process, raised)) return undefined;
  const id = ctx.ids.id("tsk");
  const updatedAt = ctx.now();
  const { step, external: externalStatus } = raised;
  const row = { id, process: process.id, step, title, team: null, dueAt: null, updatedAt };
  await insertTask(tx, row);
  await moveTask(tx, id, { externalStatus, updatedAt });
  return id;
}

/** Complete a task beside the service that nobody has to do any more. */
export async function endRaised(
  unit: Unit,
  process: TalkedOf,
  raised: Omit<Raised, "title">,
): Promise<void> {
  const task = await findRaised(unit, process, raised);
  const now = unit.ctx.now();
  if (task)
    await moveTask(unit.tx, task.id, { state: "completed", completedAt: now, updatedAt: now });
}

async function findRaised(
  { tx }: Unit,
  process: TalkedOf,
  { step, external }: Omit<Raised, "title">,
): Promise<TaskRow | undefined> {
  const tasks = await listTasks(tx, process.id);
  return tasks.find(
    (task) => isUnderWay(task) && task.step === step && task.externalStatus === external,
  );
}
