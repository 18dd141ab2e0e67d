import { createHash } from "node:crypto";
import { findDriftRow } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Between one and five in the morning (UTC), each connector at a moment of its own. */
const nightFrom = hourMs;
const nightMs = 4 * hourMs;

/** Tell when a back office is to be compared again: once a night, and soon where it could not be asked. */
export async function whenDriftDue(ctx: Context, connector: string): Promise<number> {
  requireScope(ctx, "connectors:read");
  const row = await findDriftRow(ctx.db, connector);
  const moment = momentOf(`${ctx.tenant.id}/${connector}`);
  if (!row) return nextNight(ctx.now(), moment);
  const next = nextNight(row.lookedAt, moment);
  return row.state === "unreachable" ? Math.min(row.lookedAt + hourMs, next) : next;
}

/** Whether it is due now; one that was never compared is. */
export async function isDriftDue(ctx: Context, connector: string): Promise<boolean> {
  const row = await findDriftRow(ctx.db, connector);
  return !row || (await whenDriftDue(ctx, connector)) <= ctx.now();
}

function nextNight(after: number, moment: number): number {
  const today = after - (after % dayMs) + moment;
  return today > after ? today : today + dayMs;
}

/** So that not all are asked at once, whose turn it is when follows from the name. */
function momentOf(name: string): number {
  const drawn = createHash("sha256").update(name).digest().readUInt32BE(0);
  return nightFrom + (drawn % nightMs);
}
