import {
  endWait,
  findProcess,
  listDueWaits,
  moveWait,
  nextDueWait,
  transact,
  type WaitRow,
} from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { passWait } from "../process/go-on.ts";
import { openTask } from "../process/run.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";

const atOnce = 50;
const againMs = 60_000;

/**
 * See to every wait whose time is over: what comes after it begins, or a person is asked.
 *
 * One that cannot be seen to is put off, so that it does not stand before the others for ever.
 */
export async function tendWaits(ctx: Context, onFault: (error: unknown) => void): Promise<void> {
  requireScope(ctx, "processes:write");
  for (const row of await listDueWaits(ctx.db, ctx.now(), atOnce)) {
    try {
      await seeTo(ctx, row);
    } catch (error) {
      onFault(error);
      await transact(ctx.db, (tx) => moveWait(tx, row, ctx.now() + againMs));
    }
  }
}

/** When the next wait is over, if any is under way. */
export async function whenWaitDue(ctx: Context): Promise<number | undefined> {
  requireScope(ctx, "processes:write");
  return nextDueWait(ctx.db);
}

async function seeTo(ctx: Context, row: WaitRow): Promise<void> {
  const found = await findProcess(ctx.db, row.process);
  const process = found && (await talkedOf(ctx, found));
  await change(ctx, async (unit) => {
    const isOpen = (await findProcess(unit.tx, row.process))?.status === "open";
    if (process && isOpen) await overdue(unit, process, row);
    else await endWait(unit.tx, row, ctx.now());
  });
}

async function overdue(unit: Unit, process: TalkedOf, row: WaitRow): Promise<void> {
  const step = process.service.definition.steps.find(({ id }) => id === row.step);
  const otherwise = step?.kind === "wait" && step.until !== "days" ? step.onFailure : undefined;
  if (otherwise?.action !== "task") {
    await passWait(unit, process, { step: row.step, cause: "time" });
    return;
  }
  if (!(await moveWait(unit.tx, row, null))) return;
  const { title = "Nobody came in time: decide whether it goes on", ...task } = otherwise;
  const id = await openTask(unit, process.id, { ...task, id: row.step, title });
  const data = { step: row.step, task: id };
  await tell(unit, { type: "step.overdue", process, subject: process.id, data });
}
