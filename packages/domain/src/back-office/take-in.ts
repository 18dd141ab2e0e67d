import type { Change } from "@guildhall/contract";
import {
  findConnector,
  findDeliveryByReference,
  findProcess,
  isLastChange,
  listTasks,
  movePolled,
  moveTask,
  type ProcessRow,
  type SeenChange,
  seeChange,
  transact,
} from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import { enterStage, finish, keepUnmapped, meaningOf } from "../task/status.ts";
import { type TalkedOf, tell } from "../tell.ts";

/**
 * Take in a change that was seen in a back office.
 *
 * The same change, seen again in an overlapping window, changes nothing and tells nobody. False when it is not
 * ours: others work in that back office too.
 */
export async function takeInChange(
  ctx: Context,
  connector: string,
  seen: Change,
): Promise<boolean> {
  requireScope(ctx, "tasks:write");
  const { reference, changeKey, status } = seen;
  const last = { connector, reference, changeKey };
  if (status === undefined || (await isLastChange(ctx.db, last))) return false;
  const delivery = await findDeliveryByReference(ctx.db, connector, reference);
  const row = delivery && (await findProcess(ctx.db, delivery.process));
  if (!row) return false;
  await apply(ctx, last, { row, status });
  return true;
}

async function apply(
  ctx: Context,
  last: SeenChange,
  { row, status }: { row: ProcessRow; status: string },
): Promise<void> {
  const { connector } = last;
  const process = await talkedOf(ctx, row);
  const meaning = await meaningOf(ctx, process, { connector, external: status });
  await change(ctx, async (unit) => {
    if (!(await seeChange(unit.tx, last, ctx.now()))) return;
    const ends = meaning?.ends !== undefined;
    await updateTasks(unit, { process, status, ends });
    if (!meaning) return keepUnmapped(unit, process, { connector, external: status });
    if (meaning.ends)
      return finish(unit, process, {
        status: meaning.ends,
        stage: meaning.stage,
        text: meaning.text,
      });
    return enterStage(unit, process, meaning);
  });
}

async function updateTasks(
  unit: Unit,
  { process, status, ends }: { process: TalkedOf; status: string; ends: boolean },
): Promise<void> {
  for (const task of await listTasks(unit.tx, process.id)) {
    const updatedAt = unit.ctx.now();
    const end = ends ? { state: "completed" as const, completedAt: updatedAt } : {};
    const moved = { externalStatus: status, updatedAt, ...end };
    if (!(await moveTask(unit.tx, task.id, moved))) continue;
    await tell(unit, {
      type: "task.updated",
      process,
      subject: task.id,
      data: { external: status },
    });
  }
}

const overlapMs = 60_000;
const firstLookBackMs = 3_600_000;

/** The window to look for changes in: it overlaps the last, so that nothing falls between two. */
export async function pollWindow(
  ctx: Context,
  connector: string,
): Promise<{ from: Date; to: Date }> {
  const row = await findConnector(ctx.db, connector);
  const polledTo = row?.polledTo ?? (await beginPolling(ctx, connector));
  return { from: new Date(polledTo - overlapMs), to: new Date(ctx.now()) };
}

/** Keep where the very first look begins: one that fails must not move it on. */
async function beginPolling(ctx: Context, connector: string): Promise<number> {
  const from = ctx.now() - firstLookBackMs;
  await transact(ctx.db, (tx) => movePolled(tx, connector, from));
  return from;
}

/** Remember how far was looked, once everything seen has been taken in. */
export async function endPoll(ctx: Context, connector: string, to: Date): Promise<void> {
  await transact(ctx.db, (tx) => movePolled(tx, connector, to.getTime()));
}
