import {
  appendEvent,
  type DeletedSession,
  deleteSession,
  deleteSessionsOf,
  deleteSignInsOf,
} from "@guildhall/store";
import type { Unit } from "../change.ts";

/** Why a session ended, as the trail says it. */
type Reason =
  | "signed-out"
  | "person-changed"
  | "person-removed"
  | "ended-by-another"
  | "secret-used-again";

/** End a session within a change; undefined when it has ended before. */
export async function endOne(
  unit: Unit,
  id: string,
  reason: Reason,
): Promise<DeletedSession | undefined> {
  const ended = await deleteSession(unit.tx, id);
  if (ended) await tellOf(unit, id, reason);
  return ended;
}

/** End all that a person has begun, within a change. */
export async function endAllOf(unit: Unit, person: string, reason: Reason): Promise<void> {
  await deleteSignInsOf(unit.tx, person);
  for (const id of await deleteSessionsOf(unit.tx, person)) await tellOf(unit, id, reason);
}

async function tellOf({ ctx, tx }: Unit, subject: string, reason: Reason): Promise<void> {
  const event = { type: "session.ended", subject, actor: ctx.actor, at: ctx.now() } as const;
  await appendEvent(tx, { ...event, data: { reason } });
}
