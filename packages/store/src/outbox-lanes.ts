import { sql } from "drizzle-orm";
import type { Db } from "./db.ts";
import type { OutboxState } from "./outbox.ts";
import { outbox } from "./schema/outbox.ts";

/** The rows of one lane in one state. */
export interface LaneRow {
  readonly lane: string;
  readonly state: OutboxState;
  readonly count: number;
  /** When the first of them was due, or its lease ends; of rows that wait for a person, 0. */
  readonly firstAt: number;
  /** How many killed whoever worked them. */
  readonly poison: number;
}

/** How many rows are owed, under way or a person's, by lane and state; what was accepted is past counting. */
export async function countLanes(db: Db): Promise<LaneRow[]> {
  const counted = await Promise.all(laneCounts(db).map((query) => query.all()));
  return counted.flat();
}

/** @internal A query for each partial index, its condition written as the index's is, so that no other row is read. */
export function laneCounts({ reads }: Db) {
  const { lane, state, nextAt, leaseUntil } = outbox;
  const each = { lane, state, count: sql<number>`count(*)` };
  const none = sql<number>`0`;
  const poison = sql<number>`sum(last_code is 'poison')`;
  const firstOf = (column: typeof nextAt | typeof leaseUntil) => sql<number>`min(${column})`;
  return [
    reads
      .select({ ...each, firstAt: firstOf(nextAt), poison: none })
      .from(outbox)
      .where(sql`state = 'pending'`)
      .groupBy(lane),
    reads
      .select({ ...each, firstAt: firstOf(leaseUntil), poison: none })
      .from(outbox)
      .where(sql`state = 'queued'`)
      .groupBy(lane),
    reads
      .select({ ...each, firstAt: none, poison })
      .from(outbox)
      .where(sql`state IN ('refused','held','dead')`)
      .groupBy(state, lane),
  ];
}

/** Rows of one lane that nothing has moved for too long. */
export interface StuckRows {
  readonly lane: string;
  readonly count: number;
  readonly firstAt: number;
}

/** The rows whose lease ended before `at` and which nobody has claimed since, by lane. */
export async function listOutlivedClaims({ reads }: Db, at: number): Promise<StuckRows[]> {
  return reads
    .select({
      lane: outbox.lane,
      count: sql<number>`count(*)`,
      firstAt: sql<number>`min(${outbox.leaseUntil})`,
    })
    .from(outbox)
    .where(sql`state = 'queued' and lease_until < ${at}`)
    .groupBy(outbox.lane)
    .all();
}

/**
 * The rows that fell due before `at` and could have been claimed since, by lane.
 *
 * Those of a connector that is not spoken to wait for it, and those behind an earlier one of their case for that.
 */
export async function listLongDue({ reads }: Db, at: number): Promise<StuckRows[]> {
  return reads
    .select({
      lane: outbox.lane,
      count: sql<number>`count(*)`,
      firstAt: sql<number>`min(${outbox.nextAt})`,
    })
    .from(outbox)
    .where(
      sql`state = 'pending' and next_at < ${at}
        and not exists (select 1 from breakers where connector = outbox.destination
          and outbox.kind = 'delivery' and breakers.state <> 'closed')
        and (kind <> 'delivery' or not exists (select 1 from outbox as earlier
          where earlier.process = outbox.process and earlier.kind = 'delivery'
          and earlier.destination = outbox.destination and earlier.id < outbox.id
          and earlier.state not in ('accepted','handled')))`,
    )
    .groupBy(outbox.lane)
    .all();
}
