import type { EventType } from "@guildhall/contract";
import { findConnector, groupStuck, listOpenAlarms } from "@guildhall/store";
import type { Unit } from "../change.ts";
import { alarmFor } from "../subscriptions.ts";
import { endAlarm, raiseAlarm } from "./raise.ts";

/** What one alarm is about: all that waits at a connector for one reason. */
export function stuckSubject(connector: string, code: string): string {
  return `${connector}/${code}`;
}

/** Call somebody where an event leaves a delivery to a person: once for all that wait for the same reason. */
export async function raiseFor(
  unit: Unit,
  { type, data = {} }: { type: EventType; data?: Readonly<Record<string, unknown>> },
): Promise<void> {
  const kind = alarmFor[type];
  const { connector, code } = data;
  if (kind === undefined || typeof connector !== "string" || typeof code !== "string") return;
  const name = (await findConnector(unit.tx, connector))?.definition.name ?? connector;
  const about = { connector, name, code };
  await raiseAlarm(unit, { kind, subject: stuckSubject(connector, code), data: about });
}

/** End the alarms of a connector for which no delivery waits any more. */
export async function endStuckAlarms(unit: Unit, connector: string): Promise<void> {
  const open = (await listOpenAlarms(unit.tx, ["delivery-stuck"])).filter(({ subject }) =>
    subject.startsWith(`${connector}/`),
  );
  if (open.length === 0) return;
  const waiting = await groupStuck(unit.tx, { connector });
  const reasons = new Set(waiting.map(({ code }) => stuckSubject(connector, code ?? "")));
  for (const { subject } of open)
    if (!reasons.has(subject)) await endAlarm(unit, "delivery-stuck", subject);
}
