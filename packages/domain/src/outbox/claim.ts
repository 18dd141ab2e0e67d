import type { Ticket } from "@guildhall/contract";
import {
  type Claim,
  claimDue,
  freeLeases,
  nextDue,
  releaseClaims,
  transact,
} from "@guildhall/store";
import type { Context } from "../context.ts";
import { leaseMs } from "../retry.ts";

/** Claim up to `limit` rows that are due, each for one lease, and give their tickets. */
export async function claimOwed(ctx: Context, limit: number): Promise<Ticket[]> {
  const now = ctx.now();
  const claims = await transact(ctx.db, (tx) =>
    claimDue(tx, { now, leaseUntil: now + leaseMs, limit }),
  );
  return claims.map(({ id, generation, kind }) => ({
    tenant: ctx.tenant.id,
    id,
    generation,
    kind,
  }));
}

/** Take back claims that the queue did not take: they are due again after `delayMs`. */
export async function releaseOwed(
  ctx: Context,
  claims: readonly Claim[],
  delayMs: number,
): Promise<void> {
  await transact(ctx.db, (tx) => releaseClaims(tx, claims, ctx.now() + delayMs));
}

/** Make due at once what a predecessor held or had put off: it is gone, and the other side may be back. */
export async function takeOverOwed(ctx: Context): Promise<number> {
  return transact(ctx.db, (tx) => freeLeases(tx, ctx.now()));
}

/** When something next falls due, or undefined when nothing is owed. */
export function whenNextDue(ctx: Context): Promise<number | undefined> {
  return nextDue(ctx.db);
}
