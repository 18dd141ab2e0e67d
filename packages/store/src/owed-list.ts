import type { DeliveryState } from "@guildhall/contract";
import { and, desc, eq, getTableColumns, gte, inArray, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import type { OutboxRow } from "./outbox.ts";
import { inStates } from "./owed-states.ts";
import { floorOf, type Part, partOf } from "./part.ts";
import { outbox } from "./schema/outbox.ts";

const { body: _sealed, ...openColumns } = getTableColumns(outbox);

export interface OwedFilter {
  readonly limit: number;
  readonly before?: string | undefined;
  readonly kind: OutboxRow["kind"];
  readonly states?: readonly DeliveryState[] | undefined;
  readonly destination?: string | undefined;
  readonly process?: string | undefined;
  /** Why the last attempt came to nothing. */
  readonly code?: string | undefined;
}

/** What is or was owed to the outside, newest first. */
export async function listOwed(db: Db, filter: OwedFilter): Promise<Part<OutboxRow>> {
  const { limit, before, kind, states, destination, process, code } = filter;
  const isStuck = states?.every((state) => stuck.has(state));
  const isIndexed = isStuck || process !== undefined;
  const floor = isIndexed ? undefined : await floorOf(db, outbox, before);
  const rows = await db.reads
    .select(openColumns)
    .from(outbox)
    .where(
      and(
        eq(outbox.kind, kind),
        before === undefined ? undefined : lt(outbox.id, before),
        floor === undefined ? undefined : gte(outbox.id, floor),
        states && inStates(states),
        // Written out, since a bound state would not be matched to the partial index.
        isStuck ? sql`${outbox.state} in ('refused','held','dead')` : undefined,
        destination === undefined ? undefined : eq(outbox.destination, destination),
        process === undefined ? undefined : eq(outbox.process, process),
        code === undefined ? undefined : eq(outbox.lastCode, code),
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(limit + 1)
    .all();
  return partOf(rows, limit, floor);
}

const stuck: ReadonlySet<DeliveryState> = new Set(["refused", "held", "dead"]);

/**
 * Make a row due again that a person was left with; false when it is not in such a state.
 *
 * It keeps its id and what was frozen; what is known of the last attempt goes, so that the doubt it left does not
 * hold the row again.
 */
export async function retryOwed(
  tx: Tx,
  id: string,
  { now, giveUpAt }: { now: number; giveUpAt: number },
): Promise<boolean> {
  const row = await tx.writes
    .update(outbox)
    .set({ state: "pending", nextAt: now, giveUpAt, crashes: 0, lastCode: null, settledAt: null })
    .where(and(eq(outbox.id, id), inArray(outbox.state, ["refused", "held", "dead"])))
    .returning({ id: outbox.id })
    .get();
  return row !== undefined;
}

/** Make a row that waits for its next time due now; what is known of its last attempt stays. False when none waits. */
export async function hastenOwed(tx: Tx, id: string, now: number): Promise<boolean> {
  const row = await tx.writes
    .update(outbox)
    .set({ nextAt: now })
    .where(and(eq(outbox.id, id), eq(outbox.state, "pending")))
    .returning({ id: outbox.id })
    .get();
  return row !== undefined;
}
