import type { StatusRow } from "@guildhall/contract";
import type { Unit } from "../change.ts";
import { meaningOf } from "../task/status.ts";
import type { TalkedOf } from "../telling.ts";
import { connectorOf } from "./caused-by.ts";
import { keepUnmapped, stand } from "./stand.ts";

/** What a status means that was said of a process through the API; what nobody has mapped is kept. */
export async function saidOf(
  unit: Unit,
  process: TalkedOf,
  external: string,
): Promise<StatusRow | undefined> {
  const connector = connectorOf(unit.ctx, process);
  if (connector !== undefined)
    return stand(unit, process, { connector, record: process.id, external, at: unit.ctx.now() });
  const meaning = await meaningOf(unit.tx, process, { connector, external });
  if (!meaning) await keepUnmapped(unit, process, { connector, external });
  return meaning;
}
