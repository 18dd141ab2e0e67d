import {
  and,
  asc,
  eq,
  getTableColumns,
  gt,
  inArray,
  max,
  min,
  notInArray,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { type OutboxRow, type OutboxState, unanswered } from "./outbox.ts";
import { events } from "./schema/events.ts";
import { attempts, outbox } from "./schema/outbox.ts";
import { processes } from "./schema/processes.ts";

const { body: _sealed, ...openColumns } = getTableColumns(outbox);

/** Which of the deliveries that wait for a person are meant: those that are all of what is said. */
export interface StuckSelection {
  readonly ids?: readonly string[] | undefined;
  readonly connector?: string | undefined;
  readonly service?: string | undefined;
  readonly mapping?: string | undefined;
  readonly code?: string | undefined;
  readonly state?: readonly OutboxState[] | undefined;
}

/** @internal The rows of a selection, by the partial index of what is stuck. */
export function whereStuck(selection: StuckSelection): SQL | undefined {
  const { ids, connector, service, mapping, code, state } = selection;
  return and(
    // Written out, since bound states would not be matched to the partial index.
    sql`${outbox.state} in ('refused','held','dead')`,
    eq(outbox.kind, "delivery"),
    state && inArray(outbox.state, [...state]),
    ids && inArray(outbox.id, [...ids]),
    connector === undefined ? undefined : eq(outbox.destination, connector),
    mapping === undefined ? undefined : eq(outbox.purpose, mapping),
    code === undefined ? undefined : eq(outbox.lastCode, code),
    service === undefined
      ? undefined
      : sql`${outbox.process} in (select ${processes.id} from ${processes} where ${processes.service} = ${service})`,
  );
}

/** A part of a selection, in the order the deliveries arose. */
export async function listStuck(
  db: Db | Tx,
  selection: StuckSelection,
  { after = "", limit }: { after?: string; limit: number },
): Promise<OutboxRow[]> {
  return db.reads
    .select(openColumns)
    .from(outbox)
    .where(and(whereStuck(selection), gt(outbox.id, after)))
    .orderBy(asc(outbox.id))
    .limit(limit)
    .all();
}

/** Deliveries that wait for a person for one reason. */
export interface StuckGroup {
  readonly connector: string;
  readonly state: OutboxState;
  readonly code: string | null;
  readonly count: number;
  /** The ids of the first and the last. */
  readonly oldest: string;
  readonly newest: string;
}

/** Count what waits for a person, by connector, state and code. */
export async function groupStuck(
  db: Db | Tx,
  selection: StuckSelection = {},
): Promise<StuckGroup[]> {
  const rows = await db.reads
    .select({
      connector: outbox.destination,
      state: outbox.state,
      code: outbox.lastCode,
      count: sql<number>`count(*)`,
      oldest: min(outbox.id),
      newest: max(outbox.id),
    })
    .from(outbox)
    .where(whereStuck(selection))
    .groupBy(outbox.destination, outbox.state, outbox.lastCode)
    .orderBy(sql`count(*) desc`)
    .all();
  return rows.map(({ oldest, newest, ...row }) => ({
    ...row,
    oldest: oldest ?? "",
    newest: newest ?? "",
  }));
}

/** The events that left deliveries of these processes to a person, in order, with what was wrong with their rows. */
export async function listStops(
  db: Db | Tx,
  ofProcesses: readonly string[],
): Promise<{ subject: string; data: string }[]> {
  return db.reads
    .select({ subject: events.subject, data: events.data })
    .from(events)
    .where(
      and(
        sql`${events.process} is not null`,
        inArray(events.process, [...ofProcesses]),
        inArray(events.type, ["delivery.held", "delivery.refused"]),
      ),
    )
    .orderBy(asc(events.seq))
    .all();
}

/** How many attempts at a delivery were settled, and how many of those left it open whether it arrived. */
export interface Doubts {
  readonly settled: number;
  readonly doubtful: number;
}

/** Count the doubts about deliveries; an attempt with one of the codes `neverSent` leaves none. */
export async function countDoubts(
  db: Db | Tx,
  ids: readonly string[],
  neverSent: readonly string[],
): Promise<ReadonlyMap<string, Doubts>> {
  const isDoubtful = and(
    eq(attempts.outcome, "ambiguous"),
    notInArray(sql`coalesce(${attempts.code}, '')`, [...neverSent]),
  );
  const rows = await db.reads
    .select({
      delivery: attempts.delivery,
      settled: sql<number>`count(*)`,
      doubtful: sql<number>`sum(case when ${isDoubtful} then 1 else 0 end)`,
    })
    .from(attempts)
    .where(inArray(attempts.delivery, [...ids]))
    .groupBy(attempts.delivery)
    .all();
  return new Map(rows.map(({ delivery, ...counts }) => [delivery, counts]));
}

/**
 * Write down that a person dealt with a delivery in another way; undefined where it is under way or has arrived.
 *
 * Its generation grows, so that no answer to an attempt that is still out counts.
 */
export async function handleOwed(
  tx: Tx,
  id: string,
  { now, reference }: { now: number; reference: string | undefined },
): Promise<OutboxRow | undefined> {
  return tx.writes
    .update(outbox)
    .set({
      state: "handled",
      settledAt: now,
      generation: sql`${outbox.generation} + 1`,
      ...(reference === undefined ? {} : { reference }),
    })
    .where(
      and(
        eq(outbox.id, id),
        eq(outbox.kind, "delivery"),
        inArray(outbox.state, ["pending", "refused", "held", "dead"]),
      ),
    )
    .returning(openColumns)
    .get();
}

/**
 * Make a delivery due again without what was frozen, to be written anew; false when it does not wait for a person.
 *
 * It keeps its id, so its receiver can still tell a repeat, and its count of attempts, so that a receiver who can be
 * asked is asked first.
 */
export async function rewriteOwed(
  tx: Tx,
  id: string,
  { now, giveUpAt, writtenBy }: { now: number; giveUpAt: number; writtenBy: number | undefined },
): Promise<boolean> {
  const row = await tx.writes
    .update(outbox)
    .set({
      state: "pending",
      nextAt: now,
      giveUpAt,
      lastCode: null,
      settledAt: null,
      crashes: 0,
      body: null,
      writtenBy: writtenBy ?? null,
    })
    .where(and(eq(outbox.id, id), inArray(outbox.state, ["refused", "held", "dead"])))
    .returning({ id: outbox.id })
    .get();
  return row !== undefined;
}

/** @internal How a row stands in words, for counting. */
export const standing = sql<string>`case when ${outbox.state} = 'queued' and ${outbox.lastCode} = ${unanswered} then 'sent' else ${outbox.state} end`;
