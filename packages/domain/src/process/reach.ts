import { Problem } from "@guildhall/contract";
import { findProcess, findProcessWithAnswers, type ProcessRow } from "@guildhall/store";
import { covers } from "../agreement/use.ts";
import type { By, Context } from "../context.ts";

const grantOutlivesEndMs = 7 * 86_400_000;

/**
 * Find a process that the actor may see.
 *
 * Whoever holds a token for another process is told the same as for an id that was never given. So are officers of
 * another tenant, unless the verb can be done under an agreement, and this is what it is about.
 *
 * @throws Problem `not-found`, `unauthenticated` when the grant has been revoked
 */
export async function reachProcess(ctx: Context, id: string, by?: By): Promise<ProcessRow> {
  const isUnder = ctx.only?.agreement !== undefined && by !== undefined;
  if (ctx.only && !isUnder && ctx.only.process !== id) throw new Problem("not-found");
  const row = await findProcess(ctx.db, id);
  if (!row || !covers(ctx, row)) throw new Problem("not-found");
  if (ctx.only?.grant && !grantHolds(ctx, row)) throw new Problem("unauthenticated");
  return row;
}

/**
 * Find a process that is still under way.
 *
 * @throws Problem `not-found`, `process-closed`
 */
export async function reachOpenProcess(ctx: Context, id: string, by?: By): Promise<ProcessRow> {
  const row = await reachProcess(ctx, id, by);
  if (row.status !== "open") throw new Problem("process-closed");
  return row;
}

/** Find a process that the actor may see, with its answers. */
export async function reachAnswers(ctx: Context, id: string) {
  await reachProcess(ctx, id);
  const row = await findProcessWithAnswers(ctx.db, id);
  if (!row) throw new Problem("not-found");
  return row;
}

function grantHolds({ only, now }: Context, row: ProcessRow): boolean {
  const ended = row.endedAt !== null && now() > row.endedAt + grantOutlivesEndMs;
  return only?.grant?.generation === row.grantGeneration && !ended;
}
