import { notThereYet } from "@guildhall/contract";
import { type AttemptOutcome, listOutcomes, type OutboxRow } from "@guildhall/store";
import type { Context } from "../context.ts";

/** An attempt that may have made the case, whatever came after it. */
export interface Doubt {
  /** The back office has refused the case since: it may have said so because it has it. */
  readonly isRefused: boolean;
  /** Whether it was asked for the case long enough after, did not find it, and may be asked once more. */
  readonly wasMissed: boolean;
}

/** A delivery, and how long the back office's search may miss a new case. */
export interface Doubtful {
  readonly row: Pick<OutboxRow, "id" | "attempts">;
  readonly findableAfterMs: number;
}

/**
 * Say whether a delivery may have arrived before; undefined where none of its attempts leaves that open.
 *
 * It is read from the attempts themselves, one that was begun and never ended among them, so that no crash forgets it.
 * A delivery without an attempt costs nothing.
 */
export async function doubtOf(
  ctx: Context,
  { row, findableAfterMs }: Doubtful,
): Promise<Doubt | undefined> {
  if (row.attempts === 0) return undefined;
  const outcomes = await listOutcomes(ctx.db, row.id);
  const byAttempt = new Map(outcomes.map((one) => [one.attempt, one]));
  let open: Open | undefined;
  for (let attempt = 1; attempt <= row.attempts; attempt += 1)
    open = after(open, byAttempt.get(attempt), findableAfterMs);
  if (!open) return undefined;
  const { isRefused, missedAt = Number.POSITIVE_INFINITY } = open;
  return { isRefused, wasMissed: ctx.now() >= missedAt + findableAfterMs };
}

interface Open {
  readonly since: number;
  readonly isRefused: boolean;
  /** When it was first asked for in vain. */
  readonly missedAt?: number;
}

/** The doubt that an attempt leaves behind; one that never ended leaves it open from the beginning. */
function after(
  before: Open | undefined,
  attempt: AttemptOutcome | undefined,
  findableAfterMs: number,
): Open | undefined {
  if (!attempt) return { since: 0, isRefused: false };
  const { outcome, code, begunAt, endedAt } = attempt;
  // One that was accepted after its claim had ended settled nothing, and is there all the same.
  if (outcome === "ambiguous" || outcome === "accepted")
    return { since: endedAt, isRefused: false };
  if (!before) return undefined;
  if (outcome === "refused") return { since: endedAt, isRefused: true };
  const isMiss = code === notThereYet && begunAt >= before.since + findableAfterMs;
  return isMiss ? { missedAt: endedAt, ...before } : before;
}
