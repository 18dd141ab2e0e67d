import { insertTask, listTasks, moveTask, type TaskRow } from "@guildhall/store";
import type { Unit } from "../change.ts";
import type { TalkedOf } from "../telling.ts";

/** What a citizen says is not fixed is of the service as its steps are: the process ends when it is done. */
export const notFixedStep = "not-fixed";

/** Tell whether a task is a step of its service; the others are work beside it, which no process waits for. */
export function isOfService({ service }: TalkedOf, { step }: Pick<TaskRow, "step">): boolean {
  if (step === notFixedStep) return true;
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

/** Of one kind and one process, so that a back office which never says the same twice buries nobody in work. */
const mostRaised = 5;

/** Open a task beside the service; undefined where the same is open already, or so many are. */
export async function raiseTask(
  unit: Unit,
  process: TalkedOf,
  { title, ...raised }: Raised,
): Promise<string | undefined> {
  const { ctx, tx } = unit;
  const open = await listRaised(unit, process, raised.step);
  const isKnown = open.some(({ externalStatus }) => externalStatus === raised.external);
  if (isKnown || open.length >= mostRaised) return undefined;
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
  const open = await listRaised(unit, process, raised.step);
  const task = open.find(({ externalStatus }) => externalStatus === raised.external);
  const now = unit.ctx.now();
  if (task)
    await moveTask(unit.tx, task.id, { state: "completed", completedAt: now, updatedAt: now });
}

async function listRaised(
  { tx }: Unit,
  process: TalkedOf,
  step: Raised["step"],
): Promise<TaskRow[]> {
  const tasks = await listTasks(tx, process.id);
  return tasks.filter((task) => isUnderWay(task) && task.step === step);
}
