import type { AuditVerification } from "@guildhall/contract";
import { type Db, verifyChain } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import { hashAt, holdAgainst } from "./checkpoint.ts";

/** Verifications under way: whoever asks meanwhile is given the same, since each reads the whole trail. */
const underWay = new WeakMap<Db, Promise<AuditVerification>>();

/**
 * Follow the audit trail's hashes from the first event to the last, and tell whether they hold.
 *
 * The hashes alone do not show an end that was cut off, nor a trail that was written anew as a whole: checkpoints that
 * were signed earlier and kept elsewhere do.
 */
export async function verifyAudit(
  ctx: Context,
  checkpoints: readonly string[] = [],
): Promise<AuditVerification> {
  requireScope(ctx, "audit:read");
  const chain = await verifyOnce(ctx);
  if (checkpoints.length === 0) return chain;
  const held = await holdAgainst(ctx, checkpoints);
  return { ...chain, holds: chain.holds && held.brokenAt === undefined, checkpoints: held };
}

async function verifyOnce(ctx: Context): Promise<AuditVerification> {
  const known = underWay.get(ctx.db);
  if (known) return known;
  const begun = verify(ctx).finally(() => underWay.delete(ctx.db));
  underWay.set(ctx.db, begun);
  return begun;
}

async function verify({ db, now }: Context): Promise<AuditVerification> {
  const { events, brokenAt } = await verifyChain(db);
  return {
    holds: brokenAt === undefined,
    events,
    ...(brokenAt === undefined ? {} : { brokenAt }),
    hash: await hashAt({ db }, events),
    checkedAt: instant(now()),
  };
}
