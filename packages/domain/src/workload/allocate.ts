import { type Allocation, Problem } from "@guildhall/contract";
import {
  countOf,
  countWorkload,
  findPeople,
  findProcess,
  findTask,
  listMembers,
  listUnowned,
  moveTask,
} from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import { isUnderWay } from "../task/raise.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";

/** No more tasks are given at once; what is left is said. */
const mostAtOnce = 200;

/**
 * Share what is nobody's of a team out among its people: each task, the soonest due first, to whoever has fewest.
 *
 * @throws Problem `not-found` (nobody who can sign in does the tasks of such a team)
 */
export async function allocateTeam(ctx: Context, team: string): Promise<Allocation> {
  requireScope(ctx, "tasks:write");
  if (ctx.only) throw new Problem("scope-missing");
  const people = await findPeople(ctx.db, await listMembers(ctx.db, team));
  if (people.length === 0) throw new Problem("not-found");
  const waiting: Waiting[] = [];
  for (const { id, process } of await listUnowned(ctx.db, { team, limit: mostAtOnce })) {
    const row = await findProcess(ctx.db, process);
    if (row) waiting.push({ id, process: await talkedOf(ctx, row) });
  }
  const ids = people.map(({ id }) => id);
  return change(ctx, async (unit) => {
    const given = await share(unit, waiting, ids);
    const rows = await countWorkload(unit.tx, ctx.now());
    const unowned = rows.find((row) => row.team === team && row.assignee === null);
    return {
      team,
      people: people.map(({ id, name }) => ({ id, name, given: given.get(id) ?? 0 })),
      left: unowned?.open ?? 0,
    };
  });
}

interface Waiting {
  readonly id: string;
  readonly process: TalkedOf;
}

/** Give each task that is nobody's still to whoever has fewest, and say how many each was given. */
async function share(
  unit: Unit,
  waiting: readonly Waiting[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { ctx, tx } = unit;
  const open = new Map(await countOf(tx, ids));
  const given = new Map<string, number>();
  for (const { id, process } of waiting) {
    const task = await findTask(tx, id);
    if (!task || task.assignee !== null || !isUnderWay(task)) continue;
    const assignee = fewestOf(ids, open);
    await moveTask(tx, id, { assignee, updatedAt: ctx.now() });
    await tell(unit, { type: "task.assigned", process, subject: id, data: { assignee } });
    for (const counts of [open, given]) counts.set(assignee, (counts.get(assignee) ?? 0) + 1);
  }
  return given;
}

function fewestOf(ids: readonly string[], open: ReadonlyMap<string, number>): string {
  const of = (id: string) => open.get(id) ?? 0;
  return ids.reduce((least, id) => (of(id) < of(least) ? id : least));
}
