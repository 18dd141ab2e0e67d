import type { Operation } from "@guildhall/contract";
import { countDoubts, type Doubts, type OutboxRow } from "@guildhall/store";
import type { Context } from "../context.ts";

/** Whether a back office can be asked if it has something already. */
export type CanBeAsked = (
  ctx: Context,
  connector: string,
  operation: Operation,
) => Promise<boolean>;

/** Codes of attempts that ended before anything went out. */
const neverSent = ["egress-blocked", "connector-not-ready", "credential-unreadable"];

/**
 * Name the deliveries that their receiver may have, and cannot be asked for: to send them again may make a second case.
 *
 * What was refused, never begun, or failed in a way that leaves no doubt at each attempt, it does not have.
 */
export async function mayHaveArrived(
  ctx: Context,
  rows: readonly OutboxRow[],
  canBeAsked: CanBeAsked,
): Promise<ReadonlySet<string>> {
  const begun = rows.filter(({ state, attempts }) => state !== "refused" && attempts > 0);
  const ids = begun.map(({ id }) => id);
  const doubts = ids.length > 0 ? await countDoubts(ctx.db, ids, neverSent) : new Map();
  const doubtful = begun.filter((row) => isDoubtful(row, doubts.get(row.id)));
  const known = new Map<string, boolean>();
  const arrived = new Set<string>();
  for (const { id, destination, operation } of doubtful) {
    const kind = `${destination}/${operation}`;
    const asks = known.get(kind) ?? (await canBeAsked(ctx, destination, operation));
    known.set(kind, asks);
    if (!asks) arrived.add(id);
  }
  return arrived;
}

/** An attempt of which nothing was written down ended with the process that made it. */
function isDoubtful({ attempts }: OutboxRow, counted: Doubts | undefined): boolean {
  return !counted || counted.settled < attempts || counted.doubtful > 0;
}
