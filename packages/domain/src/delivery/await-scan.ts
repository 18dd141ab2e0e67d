import {
  type DocumentRow,
  freeFollowing,
  listProcessDocuments,
  settleAttempt,
} from "@guildhall/store";
import { feedBreaker } from "../breaker/feed.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { tell } from "../tell.ts";
import type { OnItsWay } from "./load.ts";
import type { SettledDelivery } from "./settle.ts";

/** The code of a delivery that waits until the files that go with it were looked at. */
export const awaitingScan = "awaiting-scan";
/** Its end is told at once; this is for a word that was lost. */
const lookAgainMs = 10 * 60_000;

/** A delivery, and the files that go with it. */
type WithFiles = OnItsWay & { readonly evidence: readonly DocumentRow[] };

/** Whether a delivery has to wait: nobody is handed a file that was not looked at. */
export function awaitsScan({ evidence }: Pick<WithFiles, "evidence">): boolean {
  return evidence.some(({ state }) => state === "pending-scan");
}

/** Put a delivery off until its files were looked at. It uses up no attempt, and its document is not written yet. */
export async function awaitScan(
  ctx: Context,
  { row, evidence }: WithFiles,
): Promise<SettledDelivery> {
  return change(ctx, async (unit) => {
    // A verdict that came since the files were read found nothing here to set free.
    const ours = new Set(evidence.map(({ id }) => id));
    const files = await listProcessDocuments(unit.tx, row.process);
    const stillWaits = awaitsScan({ evidence: files.filter(({ id }) => ours.has(id)) });
    const nextAt = ctx.now() + (stillWaits ? lookAgainMs : 0);
    await settleAttempt(unit.tx, row, { state: "pending", nextAt, lastCode: awaitingScan });
    return { dueAgainAt: nextAt, ...(await feedBreaker(unit, row, undefined)) };
  });
}

/** Whether the one file of a delivery is one that goes to nobody. */
export function isOfInfected({ evidence }: Pick<WithFiles, "evidence">): boolean {
  return evidence.length > 0 && evidence.every(({ state }) => state === "infected");
}

/** Drop the delivery of a file that goes to nobody, and let what waits behind it go on. */
export async function dropInfected(
  ctx: Context,
  { row, process }: WithFiles,
): Promise<SettledDelivery> {
  const now = ctx.now();
  return change(ctx, async (unit) => {
    const lastCode = "document-infected";
    const settlement = { state: "handled", nextAt: now, settledAt: now, lastCode } as const;
    if (!(await settleAttempt(unit.tx, row, settlement))) return {};
    const data = { connector: row.destination, code: lastCode };
    await tell(unit, { type: "delivery.handled", process, subject: row.id, data });
    const hasFreed = await freeFollowing(unit.tx, row, now);
    const after = await feedBreaker(unit, row, undefined);
    return hasFreed ? { ...after, dueAgainAt: now } : after;
  });
}
