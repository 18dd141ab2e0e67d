import type { AlarmKind, Role } from "@guildhall/contract";
import {
  type AlarmRow,
  appendEvent,
  endAlarmRow,
  findConnector,
  insertAlarm,
  listOpenAlarms,
  repeatAlarm,
  type Tx,
} from "@guildhall/store";
import type { Unit } from "../change.ts";
import { letterOf, writeToLookers } from "./letters.ts";

/** What a person is to be called for. */
export interface Raising {
  readonly kind: AlarmKind;
  /** What it is about; there is one open alarm for each kind and subject. */
  readonly subject: string;
  /** Whose task it is; left out, the role that looks after `data.connector`, else the tenant's administrators. */
  readonly role?: Role;
  /** Ids, codes and names of the council's own: no personal data. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What comes back so soon is the same alarm: whoever tries again is not written to at each failure. */
const sameWithinMs = 3_600_000;

/**
 * Call somebody: those with the role are written to, and again each day until it is acknowledged or has ended.
 *
 * One that is open already is only counted, and nobody is written the same twice within an hour.
 */
export async function raiseAlarm(
  unit: Unit,
  { kind, subject, role, data = {} }: Raising,
): Promise<void> {
  const { ctx, tx } = unit;
  const at = ctx.now();
  const written = JSON.stringify(data);
  const again = { at, endedSince: at - sameWithinMs, data: written };
  if (await repeatAlarm(tx, { kind, subject }, again)) return;
  const alarm = await insertAlarm(tx, {
    id: ctx.ids.id("alm"),
    kind,
    subject,
    role: role ?? (await lookedAfterBy(tx, data.connector)),
    data: written,
    raisedAt: at,
  });
  await tellOf(unit, "alarm.raised", alarm);
  if (!(await isWrittenOf(unit, alarm))) await writeToLookers(unit, alarm);
}

/** Whether the same was just written about another: a back office may have many statuses that nobody knows. */
async function isWrittenOf({ tx }: Unit, alarm: AlarmRow): Promise<boolean> {
  const since = alarm.raisedAt - sameWithinMs;
  const others = (await listOpenAlarms(tx, [alarm.kind])).filter(({ id }) => id !== alarm.id);
  const letter = letterOf(alarm);
  return others.some((other) => other.mailedAt > since && letterOf(other) === letter);
}

/** End an alarm whose cause is gone; false where none is open. */
export async function endAlarm(unit: Unit, kind: AlarmKind, subject: string): Promise<boolean> {
  const ended = await endAlarmRow(unit.tx, { kind, subject }, unit.ctx.now());
  if (ended) await tellOf(unit, "alarm.ended", ended);
  return ended !== undefined;
}

/** Write in the audit trail what became of an alarm. */
export async function tellOf(
  { ctx, tx }: Unit,
  type: "alarm.raised" | "alarm.acknowledged" | "alarm.ended",
  { id, kind, subject }: AlarmRow,
): Promise<void> {
  const data = { kind, about: subject };
  await appendEvent(tx, { type, subject: id, actor: ctx.actor, at: ctx.now(), data });
}

async function lookedAfterBy(tx: Tx, connector: unknown): Promise<Role> {
  const found = typeof connector === "string" ? await findConnector(tx, connector) : undefined;
  return found?.definition.lookedAfterBy ?? "tenant-admin";
}
