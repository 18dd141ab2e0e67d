import type { Ticket } from "@guildhall/contract";
import { beginAttempt, countStart, type OutboxRow, transact } from "@guildhall/store";
import type { Context } from "../context.ts";

/** A row over which as many processes died is not begun again. */
const mostCrashes = 5;

/** Whether a row has killed so many processes that it is left to a person. */
export function isPoison({ crashes }: Pick<OutboxRow, "crashes">): boolean {
  return crashes >= mostCrashes;
}

/**
 * Count a start that may die before its attempt is begun, while its document is written.
 *
 * The usual start is counted with its attempt; this is for a row that was claimed before and came to no attempt, so
 * that the usual delivery pays nothing for it.
 */
export async function countDoubtfulStart(ctx: Context, row: OutboxRow): Promise<void> {
  if (isDoubtful(row)) await transact(ctx.db, (tx) => countStart(tx, row));
}

function isDoubtful({ generation, attempts }: Pick<OutboxRow, "generation" | "attempts">): boolean {
  return generation - attempts >= 2;
}

/**
 * Count an attempt and freeze the document, before anything is sent; undefined when the claim is no longer ours.
 *
 * The document given counts only at the first attempt: later ones send the same bytes.
 */
export async function beginDelivery(
  ctx: Context,
  claim: Ticket | OutboxRow,
  document: string | undefined,
): Promise<{ attempt: number; body: string } | undefined> {
  const isCounted = "attempts" in claim && isDoubtful(claim);
  const begun = await transact(ctx.db, (tx) =>
    beginAttempt(tx, claim, document, isCounted ? 0 : 1),
  );
  if (typeof begun?.body !== "string") return undefined;
  return { attempt: begun.attempts, body: begun.body };
}
