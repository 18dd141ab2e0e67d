import type { StatusRow } from "@guildhall/contract";
import { stageFor } from "@guildhall/process";
import {
  cancelTasks,
  endProcess,
  findConnector,
  listTasks,
  moveStage,
  type ProcessRow,
} from "@guildhall/store";
import type { Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { type TalkedOf, tell } from "../tell.ts";

/**
 * What the statuses of a back office mean for a process: what its service says of them, and then the connector.
 *
 * A service that nobody's back office works has only its own.
 */
export async function statusesFor(
  ctx: Context,
  { service }: TalkedOf,
  connector: string | undefined,
): Promise<readonly StatusRow[]> {
  const found = connector === undefined ? undefined : await findConnector(ctx.db, connector);
  return [...service.definition.statuses, ...(found?.definition.statuses ?? [])];
}

/** What one of its status codes means for a process; undefined when neither table names it. */
export async function meaningOf(
  ctx: Context,
  process: TalkedOf,
  { connector, external }: { connector: string | undefined; external: string },
): Promise<StatusRow | undefined> {
  return stageFor(await statusesFor(ctx, process, connector), external);
}

/** The connector that speaks: a grant's own, else the one that the process was delivered to. */
export function connectorOf(ctx: Context, { service }: TalkedOf): string | undefined {
  return ctx.only?.grant?.connector ?? service.definition.mappings[0]?.connector;
}

/** Move a process to a stage and tell of it; nothing happens and nobody is told where it stands there already. */
export async function enterStage(
  unit: Unit,
  process: TalkedOf,
  { stage, text }: Pick<StatusRow, "stage" | "text">,
): Promise<void> {
  if (!(await moveStage(unit.tx, process.id, stage))) return;
  const data = { stage, ...(text === undefined ? {} : { text }) };
  await tell(unit, { type: "stage.changed", process, subject: process.id, data });
}

/** End a process so, with what was still open in it; nobody is told twice. */
export async function finish(
  unit: Unit,
  process: TalkedOf,
  {
    status,
    stage,
    text,
  }: { status: Exclude<ProcessRow["status"], "open">; stage: string; text?: string | undefined },
): Promise<void> {
  const endedAt = unit.ctx.now();
  const ended = await endProcess(unit.tx, process.id, { status, stage, endedAt });
  if (!ended) return;
  await cancelTasks(unit.tx, process.id, endedAt);
  const data = { status, stage, ...(text === undefined ? {} : { text }) };
  await tell(unit, { type: "process.ended", process, subject: process.id, data });
}

/** Keep a code that nobody has mapped, where staff will see it; the citizen's stage stays as it is. */
export async function keepUnmapped(
  unit: Unit,
  process: TalkedOf,
  { connector, external }: { connector: string | undefined; external: string },
): Promise<void> {
  const data = { external, ...(connector === undefined ? {} : { connector }) };
  await tell(unit, { type: "status.unmapped", process, subject: process.id, data });
}

export async function hasOpenTasks({ tx }: Unit, process: string): Promise<boolean> {
  const tasks = await listTasks(tx, process);
  return tasks.some(({ state }) => state === "open" || state === "in-progress");
}
