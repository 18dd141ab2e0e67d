import { Problem, type StatusRow, type Task, type TaskUpdate } from "@guildhall/contract";
import { moveTask, type TaskRow } from "@guildhall/store";
import { change, type Precondition, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import { type TalkedOf, tell } from "../tell.ts";
import { expectUnchanged, presentTask, reachTask } from "./list.ts";
import { connectorOf, enterStage, finish, keepUnmapped, meaningOf } from "./status.ts";

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
  const { task, process: row } = await reachTask(ctx, id);
  const process = await talkedOf(ctx, row);
  checkStage(process, update.stage);
  const meaning = await meaningFor(ctx, process, update);

  return change(ctx, async (unit) => {
    await expectUnchanged(unit, id, unchanged);
    const moved = await moveTask(unit.tx, id, movementOf(ctx, task, { update, meaning }));
    if (!moved) throw new Problem("invalid-transition");
    const data = update.externalStatus === undefined ? {} : { external: update.externalStatus };
    await tell(unit, { type: "task.updated", process, subject: id, data });
    await follow(unit, process, meaning);
    return presentTask(moved);
  });
}

/** What an update means to the citizen: a row of the table or a stage that was named, an unknown code, or nothing. */
type Meaning =
  | Pick<StatusRow, "stage" | "text" | "ends">
  | { readonly unknown: string; readonly connector: string | undefined }
  | undefined;

async function meaningFor(
  ctx: Context,
  process: TalkedOf,
  { stage, externalStatus }: TaskUpdate,
): Promise<Meaning> {
  if (stage !== undefined) return { stage };
  if (externalStatus === undefined) return undefined;
  const connector = connectorOf(ctx, process);
  return (
    (await meaningOf(ctx, process, { connector, external: externalStatus })) ?? {
      unknown: externalStatus,
      connector,
    }
  );
}

/** Where a task stands after an update; a status that ends the process completes the task that it came with. */
function movementOf(
  { now }: Context,
  task: TaskRow,
  { update, meaning }: { update: TaskUpdate; meaning: Meaning },
): Parameters<typeof moveTask>[2] {
  const { externalStatus, state = task.state } = update;
  const external = externalStatus === undefined ? {} : { externalStatus };
  const ends = meaning !== undefined && "ends" in meaning && meaning.ends !== undefined;
  const changed = { ...external, updatedAt: now() };
  return ends
    ? { ...changed, state: "completed", completedAt: changed.updatedAt }
    : { ...changed, state };
}

async function follow(unit: Unit, process: TalkedOf, meaning: Meaning): Promise<void> {
  if (!meaning) return;
  if ("unknown" in meaning)
    return keepUnmapped(unit, process, { connector: meaning.connector, external: meaning.unknown });
  const { ends, stage, text } = meaning;
  return ends
    ? finish(unit, process, { status: ends, stage, text })
    : enterStage(unit, process, { stage, ...(text === undefined ? {} : { text }) });
}

function checkStage({ service }: TalkedOf, stage: string | undefined): void {
  if (stage === undefined || service.definition.stages.some(({ id }) => id === stage)) return;
  throw new Problem("request-invalid", { faults: [{ pointer: "/stage", code: "not-an-option" }] });
}
