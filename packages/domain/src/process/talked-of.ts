import type { ProcessRow } from "@guildhall/store";
import type { Context } from "../context.ts";
import type { TalkedOf } from "../telling.ts";

/** A process as `tell` needs it: its version, and whether its citizen gave an e-mail address. */
export async function talkedOf(ctx: Context, row: ProcessRow): Promise<TalkedOf> {
  const service = await ctx.catalogue.version(row.service, row.version);
  return { id: row.id, service, hasEmail: row.emailIndex !== null };
}
