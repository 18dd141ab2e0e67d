import { type Exchange, notThereYet, type Outcome } from "@guildhall/contract";
import { countAttempts, type OutboxRow, type Settlement } from "@guildhall/store";
import type { Unit } from "../change.ts";
import { nextTryAt } from "../retry.ts";

/** How an attempt ended. */
export interface AnsweredDelivery {
  /** What it means for the row. */
  readonly outcome: Outcome;
  readonly attempt: number;
  /** The call itself, where one was made: when it began, what was answered, and the exchanges that it was made of. */
  readonly call?: Call;
}

interface Call {
  readonly begunAt: number;
  readonly outcome: Outcome;
  readonly exchanges?: readonly Exchange[];
}

/** What a call leaves in the list of attempts. */
export function attemptOf({ begunAt, outcome, exchanges = [] }: Call, endedAt: number) {
  const code = "code" in outcome ? outcome.code : undefined;
  return { begunAt, endedAt, outcome: outcome.outcome, code, exchanges };
}

/** What an outcome means for a delivery's row. */
export async function settlementOf(
  unit: Unit,
  row: OutboxRow,
  { outcome, attempt }: AnsweredDelivery,
): Promise<Settlement> {
  const now = unit.ctx.now();
  if (outcome.outcome === "accepted")
    return { state: "accepted", nextAt: now, reference: outcome.reference, settledAt: now };
  const lastCode = outcome.code;
  if (outcome.outcome === "refused")
    return { state: "refused", nextAt: now, lastCode, settledAt: now };
  if (outcome.outcome === "ambiguous") return { state: "held", nextAt: now, lastCode };
  const nextAt = await nextTryOf(unit, row, { outcome, attempt });
  if (nextAt === undefined) return { state: "dead", nextAt: now, lastCode, settledAt: now };
  return { state: "pending", nextAt, lastCode, reference: outcome.reference };
}

const shut = "credential-refused";
const longestRestMs = 15 * 60_000;

/**
 * When a delivery is tried next; undefined when it is given up.
 *
 * Where its connector's credential is refused, the row has used up nothing, and waits about as long as the connector
 * rests: the next probe is another row, lest one that alone meets a refusal stop all the rest.
 */
async function nextTryOf(
  { ctx, tx }: Unit,
  { id, giveUpAt }: OutboxRow,
  { outcome, attempt }: { outcome: Outcome & { outcome: "retry" }; attempt: number },
): Promise<number | undefined> {
  const now = ctx.now();
  const random = Math.random();
  if (outcome.code === shut) return now + Math.round((0.5 + random / 2) * longestRestMs);
  const shuts = attempt > 1 ? await countAttempts(tx, id, shut) : 0;
  // To ask is not to try: it must not make the next try later.
  const misses = attempt > 1 ? await countAttempts(tx, id, notThereYet) : 0;
  const { afterMs } = outcome;
  return nextTryAt({ now, giveUpAt, attempt: attempt - shuts - misses, afterMs, random });
}
