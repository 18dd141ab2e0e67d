import type { Change } from "@guildhall/contract";
import { findProcess, findRecord, listTasks, moveTask, type RecordRow } from "@guildhall/store";
import type { Unit } from "../change.ts";
import { isOfService, raiseTask } from "../task/raise.ts";
import { follow, meaningOf } from "../task/status.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { type Stands, stand } from "./stand.ts";

/**
 * Take in the status that a case was seen at.
 *
 * One at which it stood before says nothing new, unless nobody knew then what it means: staff may have moved the
 * process on since, and an edit of something else is not to move it back.
 */
export async function takeInStatus(
  unit: Unit,
  process: TalkedOf,
  { connector, record, seen }: { connector: string; record: string; seen: Change },
): Promise<void> {
  const { status: external } = seen;
  const known = await findRecord(unit.tx, connector, record);
  if (external === undefined) return;
  if (known?.status === external && (await isSettled(unit, process, known))) return;
  await moveTo(unit, process, { connector, record, external, at: seen.at.getTime() });
}

/** Whether there is nothing to do for a case that stands where it stood. */
async function isSettled({ tx }: Unit, process: TalkedOf, known: RecordRow): Promise<boolean> {
  const { connector, mapped, status, before } = known;
  if (mapped || status === null) return true;
  const standing = { connector, external: status, before: before ?? undefined };
  return (await meaningOf(tx, process, standing)) === undefined;
}

/** Let a process follow its case to a status. */
export async function moveTo(unit: Unit, process: TalkedOf, to: Stands): Promise<void> {
  const { external } = to;
  const meaning = await stand(unit, process, to);
  const isOpen = (await findProcess(unit.tx, process.id))?.status === "open";
  if (isOpen) {
    await updateTasks(unit, process, { external, ends: meaning?.ends !== undefined });
    if (meaning) await follow(unit, process, meaning);
  } else if (meaning?.stage !== undefined && !meaning.ends)
    await tellOpenedAgain(unit, process, external);
}

async function updateTasks(
  unit: Unit,
  process: TalkedOf,
  { external, ends }: { external: string; ends: boolean },
): Promise<void> {
  for (const task of await listTasks(unit.tx, process.id)) {
    if (!isOfService(process, task)) continue;
    const updatedAt = unit.ctx.now();
    const end = ends ? { state: "completed" as const, completedAt: updatedAt } : {};
    const moved = { externalStatus: external, updatedAt, ...end };
    if (!(await moveTask(unit.tx, task.id, moved))) continue;
    await tell(unit, { type: "task.updated", process, subject: task.id, data: { external } });
  }
}

/** A case that goes on after its process has ended is a person's to decide about: the citizen was told that it ended. */
async function tellOpenedAgain(unit: Unit, process: TalkedOf, external: string): Promise<void> {
  const title = `The back office works on it again (“${external}”), and it has ended here`;
  const id = await raiseTask(unit, process, { step: "opened-again", external, title });
  if (id === undefined) return;
  await tell(unit, { type: "task.updated", process, subject: id, data: { external } });
}
