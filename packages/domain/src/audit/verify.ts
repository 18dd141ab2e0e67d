import type { AuditVerification } from "@guildhall/contract";
import { type Db, findEvent, verifyChain } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";

/** Verifications under way: whoever asks meanwhile is given the same, since each reads the whole trail. */
const underWay = new WeakMap<Db, Promise<AuditVerification>>();

/** Follow the audit trail's hashes from the first event to the last, and tell whether they hold. */
export async function verifyAudit(ctx: Context): Promise<AuditVerification> {
  requireScope(ctx, "audit:read");
  const known = underWay.get(ctx.db);
  if (known) return known;
  const begun = verify(ctx).finally(() => underWay.delete(ctx.db));
  underWay.set(ctx.db, begun);
  return begun;
}

async function verify({ db, now }: Context): Promise<AuditVerification> {
  const { events, brokenAt } = await verifyChain(db);
  const last = await findEvent(db, events);
  return {
    holds: brokenAt === undefined,
    events,
    ...(brokenAt === undefined ? {} : { brokenAt }),
    hash: last ? Buffer.from(last.hash).toString("hex") : "",
    checkedAt: instant(now()),
  };
}
