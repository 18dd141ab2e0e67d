import type { StatusRow } from "@guildhall/contract";
import { stageFor } from "@guildhall/process";
import { type Db, findConnector, type Tx } from "@guildhall/store";
import type { Unit } from "../change.ts";
import { endOrGoOn, enterStage } from "../process/go-on.ts";
import type { TalkedOf } from "../telling.ts";

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
  if (ends) await endOrGoOn(unit, process, { status: ends, stage, text, quiet });
  else if (stage !== undefined) await enterStage(unit, process, { stage, text, quiet });
}
