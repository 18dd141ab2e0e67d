import { type Agreement, Problem } from "@guildhall/contract";
import type { AgreementRow } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import { sideOf, standingOf } from "./present.ts";
import { signature, tellBoth } from "./sign.ts";

/**
 * Approve an agreement that the other side has proposed: from now on it is in force.
 *
 * @throws Problem `not-found`, `sign-in-again`, `invalid-transition` (approved before, ended, or its time is over)
 */
export async function approveAgreement(ctx: Context, id: string): Promise<Agreement> {
  const row = await reach(ctx, id);
  requireRecentSignIn(ctx);
  if (standingOf(row, ctx.now()) !== "proposed") throw new Problem("invalid-transition");
  const side = sideOf(row, ctx.tenant.id);
  const approved = await ctx.agreements.approve(id, side, signature(ctx));
  if (!approved) throw new Problem("invalid-transition");
  return tellBoth(ctx, approved, "agreement.approved");
}

/**
 * End an agreement, or refuse one that was proposed. Either side may, at any time, and it holds from the next call on:
 * it takes away, and so asks nobody to sign in again first.
 *
 * @throws Problem `not-found`, `invalid-transition` (it was ended before)
 */
export async function endAgreement(ctx: Context, id: string): Promise<Agreement> {
  const row = await reach(ctx, id);
  const ended = await ctx.agreements.end(row.id, signature(ctx));
  if (!ended) throw new Problem("invalid-transition");
  return tellBoth(ctx, ended, "agreement.ended");
}

async function reach(ctx: Context, id: string): Promise<AgreementRow> {
  requireScope(ctx, "agreements:write");
  const row = await ctx.agreements.find(ctx.tenant.id, id);
  if (!row) throw new Problem("not-found");
  return row;
}
