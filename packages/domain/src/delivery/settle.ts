import type { Outcome, Ticket } from "@guildhall/contract";
import { beginAttempt, type Settlement, settleAttempt, transact } from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { retryDelayMs } from "../retry.ts";
import { type TalkedOf, tell } from "../tell.ts";
import type { LoadedDelivery } from "./load.ts";

/**
 * Count an attempt and freeze the document, before anything is sent; undefined when the claim is no longer ours.
 *
 * The document given counts only at the first attempt: later ones send the same bytes.
 */
export async function beginDelivery(
  ctx: Context,
  ticket: Ticket,
  document: string | undefined,
): Promise<{ attempt: number; body: string } | undefined> {
  const begun = await transact(ctx.db, (tx) => beginAttempt(tx, ticket, document));
  if (typeof begun?.body !== "string") return undefined;
  return { attempt: begun.attempts, body: begun.body };
}

/**
 * Settle a delivery with what the back office answered, and return when it is due again, if it is.
 *
 * Nothing happens when the claim is no longer ours.
 */
export async function settleDelivery(
  ctx: Context,
  { row, process }: LoadedDelivery,
  answer: { outcome: Outcome; attempt: number },
): Promise<number | undefined> {
  const settlement = settlementOf(ctx, row.giveUpAt, answer);
  await change(ctx, async (unit) => {
    if (!(await settleAttempt(unit.tx, row, settlement))) return;
    await tellOf(unit, { row, process, settlement });
  });
  return settlement.state === "pending" ? settlement.nextAt : undefined;
}

function settlementOf(
  ctx: Context,
  giveUpAt: number,
  { outcome, attempt }: { outcome: Outcome; attempt: number },
): Settlement {
  const now = ctx.now();
  if (outcome.outcome === "accepted")
    return { state: "accepted", nextAt: now, reference: outcome.reference, settledAt: now };
  const lastCode = outcome.code;
  if (outcome.outcome === "refused")
    return { state: "refused", nextAt: now, lastCode, settledAt: now };
  if (outcome.outcome === "ambiguous") return { state: "held", nextAt: now, lastCode };
  const nextAt = now + Math.max(outcome.afterMs ?? 0, retryDelayMs(attempt, Math.random()));
  if (nextAt > giveUpAt) return { state: "dead", nextAt, lastCode, settledAt: now };
  return { state: "pending", nextAt, lastCode };
}

async function tellOf(
  unit: Unit,
  {
    row,
    process,
    settlement,
  }: { row: LoadedDelivery["row"]; process: TalkedOf; settlement: Settlement },
): Promise<void> {
  const connector = row.destination;
  const { state, reference, lastCode } = settlement;
  const subject = row.id;
  if (state === "accepted")
    await tell(unit, {
      type: "delivery.accepted",
      process,
      subject,
      data: { connector, reference },
    });
  if (state === "refused")
    await tell(unit, {
      type: "delivery.refused",
      process,
      subject,
      data: { connector, code: lastCode },
    });
  if (state === "held" || state === "dead")
    await tell(unit, {
      type: "delivery.held",
      process,
      subject,
      data: { connector, code: lastCode },
    });
}

/** Put a delivery into a person's hands before anything is sent, with the code of what is wrong. */
export async function holdDelivery(
  ctx: Context,
  loaded: LoadedDelivery,
  code: string,
): Promise<void> {
  await settleDelivery(ctx, loaded, { outcome: { outcome: "ambiguous", code }, attempt: 1 });
}
