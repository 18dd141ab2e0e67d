import { findConnector, listOpenAlarms } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { endAlarm, raiseAlarm } from "./raise.ts";

const kind = "polling-failed";
const dayMs = 86_400_000;
/** A pace of days is not late after one. */
const missedLooks = 3;

/**
 * Say how a look for changes ended: one that went well ends the alarm, and one that came to nothing raises it where
 * none has gone well for a day.
 *
 * It does not feed the connector's breaker: a back office may refuse to be searched and take cases all the same, and a
 * breaker that a look had opened would have no row to try again with.
 */
export async function seeToLook(ctx: Context, connector: string, wentWell: boolean): Promise<void> {
  requireScope(ctx, "tasks:write");
  if (wentWell) await endIfOpen(ctx, (subject) => subject === connector);
  else await raiseIfLate(ctx, connector);
}

/** End the alarms of connectors that are not looked into any more. */
export async function endIdlePolling(ctx: Context): Promise<void> {
  const open = await listOpenAlarms(ctx.db, [kind]);
  const idle = new Set<string>();
  for (const { subject } of open) {
    const found = await findConnector(ctx.db, subject);
    if (found?.definition.pollEveryS === undefined) idle.add(subject);
  }
  if (idle.size > 0) await endIfOpen(ctx, (subject) => idle.has(subject));
}

async function raiseIfLate(ctx: Context, connector: string): Promise<void> {
  const found = await findConnector(ctx.db, connector);
  if (!found) return;
  const { name, pollEveryS = 0 } = found.definition;
  // Where no look has ever gone well, the place reached is where the first one began.
  const since = found.lookedAt ?? found.polledTo;
  const lateMs = Math.max(dayMs, missedLooks * pollEveryS * 1000);
  if (since === undefined || ctx.now() - since <= lateMs) return;
  await change(ctx, (unit) => {
    const data = { connector, name, since: new Date(since).toISOString() };
    return raiseAlarm(unit, { kind, subject: connector, data });
  });
}

/** A look that goes well is the usual one: nothing is written where no alarm is open. */
async function endIfOpen(ctx: Context, isMeant: (subject: string) => boolean): Promise<void> {
  const open = (await listOpenAlarms(ctx.db, [kind])).filter(({ subject }) => isMeant(subject));
  if (open.length === 0) return;
  await change(ctx, async (unit) => {
    for (const { subject } of open) await endAlarm(unit, kind, subject);
  });
}
