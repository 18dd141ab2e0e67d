import { type Alarm, type AlarmAcknowledgement, Problem, Role } from "@guildhall/contract";
import {
  type AlarmRow,
  acknowledgeAlarmRow,
  findAlarm,
  listAlarms as listRows,
} from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import { tellOf } from "./raise.ts";
import { wordsOfAlarm } from "./words.ts";

/** List alarms, newest first: those that are open, unless those that have ended are asked for. */
export async function listAlarms(
  ctx: Context,
  { limit, cursor, ended }: { limit: number; cursor?: string | undefined; ended: boolean },
): Promise<{ data: Alarm[]; nextCursor?: string }> {
  requireScope(ctx, "deliveries:read");
  if (ctx.only) throw new Problem("scope-missing");
  const { rows, next } = await listRows(ctx.db, { limit, before: cursor, ended });
  const data = rows.map(presentAlarm);
  return next === undefined ? { data } : { data, nextCursor: next };
}

/**
 * Say that somebody looks after an alarm, so that nobody is written to about it again.
 *
 * @throws Problem `not-found`, `invalid-transition` (it has ended, or somebody has)
 */
export async function acknowledgeAlarm(
  ctx: Context,
  id: string,
  { words }: AlarmAcknowledgement,
): Promise<Alarm> {
  requireScope(ctx, "deliveries:write");
  if (ctx.only || !(await findAlarm(ctx.db, id))) throw new Problem("not-found");
  return change(ctx, async (unit) => {
    const seen = { at: ctx.now(), by: ctx.actor.name, words };
    const row = await acknowledgeAlarmRow(unit.tx, id, seen);
    if (!row) throw new Problem("invalid-transition");
    await tellOf(unit, "alarm.acknowledged", row);
    return presentAlarm(row);
  });
}

function presentAlarm(row: AlarmRow): Alarm {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    ...wordsOfAlarm(row),
    role: Role.parse(row.role),
    count: row.count,
    raisedAt: instant(row.raisedAt),
    lastAt: instant(row.lastAt),
    ...(row.acknowledgedAt === null ? {} : { acknowledgedAt: instant(row.acknowledgedAt) }),
    ...(row.acknowledgedBy === null ? {} : { acknowledgedBy: row.acknowledgedBy }),
    ...(row.words === undefined ? {} : { words: row.words }),
    ...(row.endedAt === null ? {} : { endedAt: instant(row.endedAt) }),
    // Written by `raiseAlarm`: an object of ids, codes and names.
    data: JSON.parse(row.data) as Alarm["data"],
  };
}
