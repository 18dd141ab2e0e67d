import { countWorkingDays } from "@guildhall/process";
import {
  endProcess,
  endWait,
  findOpenWait,
  findProcess,
  listTasks,
  moveTask,
  type ProcessRow,
  removePublicPlace,
} from "@guildhall/store";
import type { Unit } from "../change.ts";
import { dropInformation } from "../information/withdraw.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { isOfService, isUnderWay } from "./raise.ts";

/** What a citizen is told of a stage or an end, beside its title. */
export interface Words {
  readonly text?: string | undefined;
  /** The citizen sees it in their timeline, and is not written to. */
  readonly quiet?: boolean;
}

/** How a process ends. */
export interface End extends Words {
  readonly status: Exclude<ProcessRow["status"], "open">;
  /** The stage that it has where nothing is said of it. */
  readonly stage: string | undefined;
  /** The note with what was said to the citizen of it. */
  readonly note?: string | undefined;
}

/** End a process so, with what was still open of its service; nobody is told twice. */
export async function finish(
  unit: Unit,
  process: TalkedOf,
  { status, stage: last, text, note, quiet = false }: End,
): Promise<void> {
  const { ctx, tx } = unit;
  const row = await findProcess(tx, process.id);
  const stage = last ?? row?.stage ?? "";
  const endedAt = ctx.now();
  const workingDays = countWorkingDays(new Date(row?.receivedAt ?? endedAt), new Date(endedAt));
  const ended = await endProcess(tx, process.id, { status, stage, endedAt, workingDays });
  if (!ended) return;
  await removePublicPlace(tx, process.id);
  await cancelTasksOf(unit, process);
  const wait = await findOpenWait(tx, process.id);
  if (wait) await endWait(tx, wait, endedAt);
  await dropInformation(unit, process);
  const data = { status, stage, ...(text !== undefined && { text }), ...(note && { note }) };
  await tell(unit, { type: "process.ended", process, subject: process.id, data, quiet });
}

/** Take back the tasks of a service that nobody has to do any more; work beside it stays. */
export async function cancelTasksOf({ ctx, tx }: Unit, process: TalkedOf): Promise<void> {
  const moved = { state: "cancelled", updatedAt: ctx.now() } as const;
  for (const task of await listTasks(tx, process.id))
    if (isOfService(process, task)) await moveTask(tx, task.id, moved);
}

/**
 * Tell whether the service waits for somebody; work beside it holds nothing up, nor does a task of the step `except`.
 */
export async function hasOpenTasks(
  { tx }: Unit,
  process: TalkedOf,
  except?: string,
): Promise<boolean> {
  const tasks = await listTasks(tx, process.id);
  return tasks.some(
    (task) => isUnderWay(task) && isOfService(process, task) && task.step !== except,
  );
}
