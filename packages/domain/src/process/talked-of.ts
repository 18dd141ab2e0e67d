import type { ProcessRow } from "@guildhall/store";
import type { Context } from "../context.ts";
import { reachOf } from "../message/channel.ts";
import type { TalkedOf } from "../telling.ts";

/** A process as `tell` needs it: its version, and how its citizen can be told. */
export async function talkedOf(ctx: Context, row: ProcessRow): Promise<TalkedOf> {
  const service = await ctx.catalogue.version(row.service, row.version);
  return { id: row.id, service, ...reachOf(row) };
}
