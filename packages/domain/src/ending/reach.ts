import { Problem } from "@guildhall/contract";
import { findProcessByReference, type ProcessRow } from "@guildhall/store";
import type { Context } from "../context.ts";

/**
 * Find the process that a citizen follows with their own token.
 *
 * Whoever else asks, with a key, a grant or another's token, is told the same as of a reference that was never given.
 *
 * @throws Problem `not-found`
 */
export async function reachAsCitizen(ctx: Context, reference: string): Promise<ProcessRow> {
  const row = await findProcessByReference(ctx.db, reference);
  const { only } = ctx;
  if (!row || only?.process !== row.id || only.grant !== undefined) throw new Problem("not-found");
  return row;
}
