import { groupUnsent, letLetterGo, listOpenAlarms, type OutboxRow } from "@guildhall/store";
import type { Unit } from "../change.ts";
import { firstIdAt } from "../ids.ts";
import { endAlarm, raiseAlarm } from "./raise.ts";

const kind = "message-stuck";
/** News that is older helps nobody: what was owed before is called for no more. */
const countsForMs = 7 * 86_400_000;
/** A sandbox writes to nobody, and nobody has to see to that. */
const asMeant: ReadonlySet<string> = new Set(["sandbox"]);

/**
 * Call somebody for a message that was not sent: once for all of a channel that were not for the same reason.
 *
 * A link for somebody who asked to follow is nobody's to mend, since anyone may name any address: it ends, and is
 * forgotten. Whoever wants it asks again.
 */
export async function raiseUnsent(
  unit: Unit,
  {
    id,
    destination: channel,
    process,
    lastCode,
  }: Pick<OutboxRow, "id" | "destination" | "process" | "lastCode">,
): Promise<void> {
  if (process.startsWith("flw_")) {
    await letLetterGo(unit.tx, id, unit.ctx.now());
    return;
  }
  const code = lastCode ?? "";
  if (asMeant.has(code)) return;
  const latest = process.startsWith("prc_") ? { process } : {};
  await raiseAlarm(unit, {
    kind,
    subject: subjectOf({ channel, code }),
    data: { channel, code, ...latest },
  });
}

/** End the alarms of messages of which none is left that is called for. */
export async function endUnsentAlarms(unit: Unit): Promise<void> {
  const open = await listOpenAlarms(unit.tx, [kind]);
  if (open.length === 0) return;
  const since = firstIdAt("out", unit.ctx.now() - countsForMs);
  const waiting = new Set((await groupUnsent(unit.tx, since)).map(subjectOf));
  for (const { subject } of open) if (!waiting.has(subject)) await endAlarm(unit, kind, subject);
}

function subjectOf({ channel, code }: { channel: string; code: string | null }): string {
  return `${channel}/${code ?? ""}`;
}
