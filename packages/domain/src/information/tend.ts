import {
  endInformation,
  findProcess,
  type InformationRow,
  listDueInformation,
  moveInformation,
  nextDueInformation,
  transact,
} from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { openTask } from "../process/run.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { resumePromise } from "./promise.ts";
import { letDraftGo } from "./withdraw.ts";

const atOnce = 50;
const againMs = 60_000;

/**
 * Remind each citizen once who has not answered yet, and end what nobody answered in time.
 *
 * One that cannot be seen to is put off, so that it does not stand before the others for ever.
 */
export async function tendInformation(
  ctx: Context,
  onFault: (error: unknown) => void,
): Promise<void> {
  requireScope(ctx, "processes:write");
  for (const row of await listDueInformation(ctx.db, ctx.now(), atOnce)) {
    try {
      await seeTo(ctx, row);
    } catch (error) {
      onFault(error);
      const nextAt = ctx.now() + againMs;
      await transact(ctx.db, (tx) => moveInformation(tx, row.id, { nextAt }));
    }
  }
}

/** When a citizen is to be reminded next, or the time of one is over. */
export async function whenInformationDue(ctx: Context): Promise<number | undefined> {
  requireScope(ctx, "processes:write");
  return nextDueInformation(ctx.db);
}

async function seeTo(ctx: Context, row: InformationRow): Promise<void> {
  const found = await findProcess(ctx.db, row.process);
  if (!found) return;
  const process = await talkedOf(ctx, found);
  const isOver = row.overAt <= ctx.now();
  await change(ctx, (unit) => (isOver ? end(unit, process, row) : remind(unit, process, row)));
}

async function remind(unit: Unit, process: TalkedOf, row: InformationRow): Promise<void> {
  const { ctx, tx } = unit;
  const moved = { nextAt: row.overAt, remindedAt: ctx.now() };
  // It may have been answered since it was listed.
  if (!(await moveInformation(tx, row.id, moved)) || row.remindedAt !== null) return;
  const data = { respondBy: row.respondBy };
  await tell(unit, { type: "information.reminded", process, subject: row.id, data });
}

async function end(unit: Unit, process: TalkedOf, row: InformationRow): Promise<void> {
  const { ctx, tx } = unit;
  if (!(await endInformation(tx, row.id, { state: "over", at: ctx.now() }))) return;
  await letDraftGo(unit, row);
  await resumePromise(unit, row);
  const asks = row.ifUnanswered === "task";
  const task = asks ? await openTask(unit, process.id, decision) : undefined;
  const data = { respondBy: row.respondBy, ...(task && { task }) };
  await tell(unit, { type: "information.over", process, subject: row.id, data });
}

/** Work beside the service: no process waits for it. */
const decision = {
  id: "information-over",
  title: "The citizen did not answer in time: decide how to go on",
};
