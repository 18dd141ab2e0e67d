import {
  findConnector,
  findProcess,
  findRecord,
  listUnmappedRecords,
  type RecordRow,
} from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import { meaningOf } from "../task/status.ts";
import { inNameOf } from "./caused-by.ts";
import { moveTo } from "./take-in-status.ts";

const atATime = 500;

/**
 * Let cases whose status nobody knew follow what somebody has since said of it, and return how many did: their
 * citizens wait for no other change in the back office.
 */
export async function catchUpStatuses(ctx: Context): Promise<number> {
  requireScope(ctx, "tasks:write");
  let followed = 0;
  for (const record of await listUnmappedRecords(ctx.db, atATime))
    followed += (await catchUp(ctx, record)) ? 1 : 0;
  return followed;
}

async function catchUp(ctx: Context, record: RecordRow): Promise<boolean> {
  const { connector, status: external } = record;
  const row = await findProcess(ctx.db, record.process);
  const definition = (await findConnector(ctx.db, connector))?.definition;
  if (!row || !definition || external === null) return false;
  const process = await talkedOf(ctx, row);
  const standing = { connector, external, before: record.before ?? undefined };
  if (!(await meaningOf(ctx.db, process, standing))) return false;
  return change(inNameOf(ctx, definition), async (unit) => {
    const now = await findRecord(unit.tx, connector, record.record);
    if (now?.status !== external || now.mapped) return false;
    await moveTo(unit, process, { connector, record: record.record, external, at: now.at });
    return true;
  });
}
