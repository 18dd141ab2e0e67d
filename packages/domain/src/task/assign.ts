import { Problem, type Task, type TaskAssignment } from "@guildhall/contract";
import { findPerson, insertNote, moveTask } from "@guildhall/store";
import { change, type Precondition, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { canDoTasks } from "../person/roles.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { expectUnchanged, reachTask } from "./list.ts";
import { presentTask } from "./present.ts";

/**
 * Give a task to a colleague, or to nobody, and to another team where that is said; the citizen is told nothing.
 *
 * Whose work is whose is the council's own business: no key, grant or citizen gives tasks, or is told who has them.
 *
 * @throws Problem `not-found`, `scope-missing` (not a member of staff), `invalid-transition` (the task has ended),
 * `request-invalid` (nobody who can do tasks here)
 */
export async function assignTask(
  ctx: Context,
  id: string,
  input: TaskAssignment,
  unchanged?: Precondition,
): Promise<Task> {
  requireScope(ctx, "tasks:write");
  const { process: row } = await reachTask(ctx, id);
  if (ctx.actor.kind !== "staff") throw new Problem("scope-missing");
  const process = await talkedOf(ctx, row);
  return change(ctx, async (unit) => {
    await expectUnchanged(unit, id, unchanged);
    await checkAssignee(unit, input.assignee);
    return give(unit, process, id, input);
  });
}

async function checkAssignee({ ctx, tx }: Unit, assignee: string | null): Promise<void> {
  const person = assignee === null ? undefined : await findPerson(tx, assignee);
  if (assignee === null || (person && canDoTasks(ctx, person))) return;
  throw new Problem("request-invalid", {
    faults: [{ pointer: "/assignee", code: "not-an-option" }],
  });
}

async function give(
  unit: Unit,
  process: TalkedOf,
  id: string,
  { assignee, team, words }: TaskAssignment,
): Promise<Task> {
  const { ctx, tx } = unit;
  const moved = await moveTask(tx, id, {
    assignee,
    updatedAt: ctx.now(),
    ...(team === undefined ? {} : { team }),
  });
  if (!moved) throw new Problem("invalid-transition");
  // Ids alone: names are known to whoever may ask for them.
  await tell(unit, { type: "task.assigned", process, subject: id, data: { assignee } });
  if (words !== undefined) await noteToColleagues(unit, process, words);
  return presentTask(ctx, moved, tx);
}

/** Keep words of staff to staff as a note that the citizen does not see. */
async function noteToColleagues(unit: Unit, process: TalkedOf, contents: string): Promise<void> {
  const { ctx, tx } = unit;
  const id = ctx.ids.id("not");
  const author = ctx.actor.name;
  await insertNote(tx, {
    id,
    process: process.id,
    visible: false,
    author,
    contents,
    at: ctx.now(),
  });
  const noted = { type: "note.added", process, subject: id, data: { visible: false } } as const;
  await tell(unit, { ...noted, quiet: true });
}
