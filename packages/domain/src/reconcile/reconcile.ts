import { listLongDue, listOpenAlarms, listOutlivedClaims, type StuckRows } from "@guildhall/store";
import { endAlarm, raiseAlarm } from "../alarm/raise.ts";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { leaseMs } from "../retry.ts";

/** Rows of one lane that should have moved by themselves and did not. */
export interface Stuck extends StuckRows {
  /** Claimed, and left when the lease ended; or due, and never claimed. */
  readonly kind: "claims-outlived" | "due-long-ago";
}

/** Longer than any of our own ways takes: the relay looks every half minute, a probe of a breaker every 15. */
const longDueMs = 15 * 60_000;

/**
 * Look for what is owed and has stopped moving, and call somebody for each lane where something has.
 *
 * The outbox mends itself: what is found here means that a worker, a relay or a queue does not do its part. An alarm
 * ends when its lane moves again. A tenant where all is well is only read.
 */
export async function reconcile(ctx: Context): Promise<Stuck[]> {
  requireScope(ctx, "deliveries:write");
  const found = await findStuck(ctx);
  const lanes = new Map(found.map((stuck) => [stuck.lane, stuck]));
  const open = (await listOpenAlarms(ctx.db, [kind])).map(({ subject }) => subject);
  const moving = open.filter((lane) => !lanes.has(lane));
  if (lanes.size + moving.length === 0) return found;
  await change(ctx, async (unit) => {
    for (const [subject, stuck] of lanes) {
      const { lane: _, ...data } = stuck;
      await raiseAlarm(unit, { kind, subject, role: "platform-admin", data });
    }
    for (const lane of moving) await endAlarm(unit, kind, lane);
  });
  return found;
}

const kind = "queue-stuck";

async function findStuck({ db, now }: Context): Promise<Stuck[]> {
  const [outlived, due] = await Promise.all([
    listOutlivedClaims(db, now() - leaseMs),
    listLongDue(db, now() - longDueMs),
  ]);
  return [
    ...outlived.map((rows) => ({ ...rows, kind: "claims-outlived" as const })),
    ...due.map((rows) => ({ ...rows, kind: "due-long-ago" as const })),
  ];
}
