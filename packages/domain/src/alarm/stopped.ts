import { type BreakerRow, findConnector, listOpenAlarms } from "@guildhall/store";
import type { Unit } from "../change.ts";
import { endAlarm, raiseAlarm } from "./raise.ts";

/** A connector that stops for a moment resumes by itself: nobody is called for it before. */
const patienceMs = 15 * 60_000;
/** What does not pass by itself. */
const lasting: ReadonlySet<string> = new Set(["credential-refused", "gone"]);

/**
 * Call somebody for a connector that is not spoken to: at once where it will not have our credential, else once it has
 * lasted. The alarm ends when the connector resumes.
 */
export async function seeToBreaker(
  unit: Unit,
  {
    connector,
    state,
    openSince,
    code,
  }: Pick<BreakerRow, "connector" | "state" | "openSince" | "code">,
): Promise<void> {
  if (state === "closed") {
    await endAlarm(unit, "connector-stopped", connector);
    return;
  }
  const isOld = openSince !== null && unit.ctx.now() - openSince >= patienceMs;
  if (!isOld && !lasting.has(code ?? "")) return;
  const open = await listOpenAlarms(unit.tx, ["connector-stopped"]);
  if (open.some(({ subject }) => subject === connector)) return;
  const name = (await findConnector(unit.tx, connector))?.definition.name ?? connector;
  await raiseAlarm(unit, {
    kind: "connector-stopped",
    subject: connector,
    data: { connector, name, code: code ?? "unavailable" },
  });
}

/** When a breaker that is open has lasted so long that somebody is called. */
export function whenToCall({
  state,
  openSince,
}: Pick<BreakerRow, "state" | "openSince">): number | undefined {
  return state === "closed" || openSince === null ? undefined : openSince + patienceMs;
}
