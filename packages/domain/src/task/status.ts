import type { StatusRow } from "@guildhall/contract";
import { stageFor } from "@guildhall/process";
import {
  type Db,
  endProcess,
  findConnector,
  findProcess,
  listTasks,
  moveStage,
  moveTask,
  type ProcessRow,
  type Tx,
} from "@guildhall/store";
import type { Unit } from "../change.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { isOfService, isUnderWay } from "./raise.ts";

/**
 * What the statuses of a back office mean for a process: what its service says of them, and then the connector.
 *
 * A service that nobody's back office works has only its own.
 */
export async function statusesFor(
  db: Db | Tx,
  { service }: TalkedOf,
  connector: string | undefined,
): Promise<readonly StatusRow[]> {
  const found = connector === undefined ? undefined : await findConnector(db, connector);
  return [...service.definition.statuses, ...(found?.definition.statuses ?? [])];
}

/** A status code of a back office, and the one that the case stood at before. */
export interface Standing {
  readonly connector: string | undefined;
  readonly external: string;
  readonly before?: string | undefined;
}

/** What a status means for a process; undefined when neither table names it. */
export async function meaningOf(
  db: Db | Tx,
  process: TalkedOf,
  { connector, external, before }: Standing,
): Promise<StatusRow | undefined> {
  return stageFor(await statusesFor(db, process, connector), external, before);
}

/** Let a process follow what a status means: to a stage, to its end, or nowhere where it says nothing to the citizen. */
export async function follow(
  unit: Unit,
  process: TalkedOf,
  { ends, stage, text, message }: Pick<StatusRow, "ends" | "stage" | "text" | "message">,
): Promise<void> {
  const quiet = message === false;
  if (ends) return finish(unit, process, { status: ends, stage, text, quiet });
  if (stage !== undefined) await enterStage(unit, process, { stage, text, quiet });
}

interface Words {
  readonly text?: string | undefined;
  /** The citizen sees it in their timeline, and is not written to. */
  readonly quiet?: boolean;
}

/** Move a process to a stage and tell of it; nothing happens and nobody is told where it stands there already. */
async function enterStage(
  unit: Unit,
  process: TalkedOf,
  { stage, text, quiet = false }: Words & { stage: string },
): Promise<void> {
  if (!(await moveStage(unit.tx, process.id, stage))) return;
  const data = { stage, ...(text === undefined ? {} : { text }) };
  await tell(unit, { type: "stage.changed", process, subject: process.id, data, quiet });
}

interface End extends Words {
  readonly status: Exclude<ProcessRow["status"], "open">;
  /** The stage that it has where nothing is said of it. */
  readonly stage: string | undefined;
}

/** End a process so, with what was still open of its service; nobody is told twice. */
export async function finish(
  unit: Unit,
  process: TalkedOf,
  { status, stage: last, text, quiet = false }: End,
): Promise<void> {
  const stage = last ?? (await findProcess(unit.tx, process.id))?.stage ?? "";
  const endedAt = unit.ctx.now();
  const ended = await endProcess(unit.tx, process.id, { status, stage, endedAt });
  if (!ended) return;
  for (const task of await listTasks(unit.tx, process.id)) {
    const moved = { state: "cancelled", updatedAt: endedAt } as const;
    if (isOfService(process, task)) await moveTask(unit.tx, task.id, moved);
  }
  const data = { status, stage, ...(text === undefined ? {} : { text }) };
  await tell(unit, { type: "process.ended", process, subject: process.id, data, quiet });
}

/** Tell whether the service waits for somebody; work beside it holds nothing up. */
export async function hasOpenTasks({ tx }: Unit, process: TalkedOf): Promise<boolean> {
  const tasks = await listTasks(tx, process.id);
  return tasks.some((task) => isUnderWay(task) && isOfService(process, task));
}
