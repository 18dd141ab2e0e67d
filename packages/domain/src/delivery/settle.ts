import type { EventType, Outcome, Ticket } from "@guildhall/contract";
import { beginAttempt, type Settlement, settleAttempt, transact } from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { retryDelayMs } from "../retry.ts";
import { type TalkedOf, tell } from "../tell.ts";
import type { LoadedDelivery } from "./load.ts";

/** What is wrong with a row of a mapping for this process, in a sentence without any of the answers. */
export interface RowFault {
  readonly target: string;
  readonly sentence: string;
}

/** A document that is wrong all over says as much in its first faults. */
const mostFaults = 20;

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
  { faults = [], ...answer }: { outcome: Outcome; attempt: number; faults?: readonly RowFault[] },
): Promise<number | undefined> {
  const settlement = settlementOf(ctx, row.giveUpAt, answer);
  await change(ctx, async (unit) => {
    if (!(await settleAttempt(unit.tx, row, settlement))) return;
    await tellOf(unit, { row, process, settlement, faults });
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

interface Settled {
  readonly row: LoadedDelivery["row"];
  readonly process: TalkedOf;
  readonly settlement: Settlement;
  readonly faults: readonly RowFault[];
}

async function tellOf(unit: Unit, { row, process, settlement, faults }: Settled): Promise<void> {
  const { state, reference, lastCode: code } = settlement;
  const type = toldAs[state];
  if (!type) return;
  const about = state === "accepted" ? { reference } : { code };
  const why = faults.length > 0 ? { faults: faults.slice(0, mostFaults) } : {};
  const data = { connector: row.destination, ...about, ...why };
  await tell(unit, { type, process, subject: row.id, data });
}

const toldAs: Record<Settlement["state"], EventType | undefined> = {
  accepted: "delivery.accepted",
  refused: "delivery.refused",
  held: "delivery.held",
  dead: "delivery.held",
  handled: "delivery.handled",
  pending: undefined,
};

/** Put a delivery into a person's hands before anything is sent, with the code of what is wrong, and with its rows. */
export async function holdDelivery(
  ctx: Context,
  loaded: LoadedDelivery,
  { code, faults = [] }: { code: string; faults?: readonly RowFault[] },
): Promise<void> {
  const outcome = { outcome: "ambiguous", code } as const;
  await settleDelivery(ctx, loaded, { outcome, attempt: 1, faults });
}
