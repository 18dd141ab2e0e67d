import { and, desc, eq, gte, lt, max, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { callCounts, calls } from "./schema/calls.ts";

export type CallRow = typeof calls.$inferSelect;
export type NewCallRow = Omit<CallRow, "seq">;
export type CallCountRow = typeof callCounts.$inferSelect;

const columns = [
  "at",
  "callerKind",
  "caller",
  "method",
  "route",
  "status",
  "code",
  "durationMs",
  "requestId",
] as const;
/** One statement for so many rows costs half of what as many statements do. */
const together = 50;
const insertOne = hot((query) => query.insert(calls).values(placeholders(1)).prepare());
const insertMany = hot((query) => query.insert(calls).values(placeholders(together)).prepare());

/** Write calls down in the order they were made. */
export async function insertCalls(tx: Tx, rows: readonly NewCallRow[]): Promise<void> {
  let at = 0;
  for (; at + together <= rows.length; at += together)
    await insertMany(tx.writes).run(valuesOf(rows.slice(at, at + together)));
  for (const row of rows.slice(at)) await insertOne(tx.writes).run(valuesOf([row]));
}

function placeholders(count: number) {
  const rows = Array.from({ length: count }, (_, nth) =>
    Object.fromEntries(columns.map((column) => [column, sql.placeholder(`${column}${nth}`)])),
  );
  // Every column of a row is there, as a place for its value.
  return rows as never;
}

function valuesOf(rows: readonly NewCallRow[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [nth, row] of rows.entries())
    for (const column of columns) values[`${column}${nth}`] = row[column];
  return values;
}

/** Add to the counts of their days. */
export async function addCallCounts(tx: Tx, counts: readonly CallCountRow[]): Promise<void> {
  for (const row of counts) {
    await tx.writes
      .insert(callCounts)
      .values(row)
      .onConflictDoUpdate({
        target: [
          callCounts.day,
          callCounts.callerKind,
          callCounts.caller,
          callCounts.route,
          callCounts.outcome,
        ],
        set: { count: sql`${callCounts.count} + ${row.count}` },
      })
      .run();
  }
}

export interface CallFilter {
  readonly limit: number;
  /** A place: only calls before it. */
  readonly before?: number | undefined;
  readonly caller?: string | undefined;
  readonly route?: string | undefined;
  /** From this status, and below that. */
  readonly status?: { readonly from: number; readonly below: number } | undefined;
  readonly since?: number | undefined;
  readonly until?: number | undefined;
}

/** How many rows one part looks at, so that a filter which few pass keeps nobody else waiting. */
const longestLook = { plain: 10_000, indexed: 100_000 } as const;

/** Calls, newest first. A part may be short of its limit, or empty, and not be the last. */
export async function listCalls(
  db: Db,
  filter: CallFilter,
): Promise<{ rows: readonly CallRow[]; next?: number }> {
  const { limit, caller, status, since, until } = filter;
  const areRefused = status !== undefined && status.from >= 400;
  const isIndexed = caller !== undefined || areRefused;
  const before = filter.before ?? (await placeAfter(db, until));
  const floor = before - longestLook[isIndexed ? "indexed" : "plain"];
  const rows = await db.reads
    .select()
    .from(calls)
    .where(
      and(
        lt(calls.seq, before),
        gte(calls.seq, floor),
        // Written out, since a bound status would not be matched to the partial index.
        areRefused ? sql`${calls.status} >= 400` : undefined,
        ...conditionsOf(filter),
      ),
    )
    .orderBy(desc(calls.seq))
    .limit(limit + 1)
    .all();
  return partOf(rows, limit, (await hasMoreBelow(db, floor, since)) ? floor : undefined);
}

function conditionsOf({ caller, route, status, since, until }: CallFilter) {
  return [
    caller === undefined ? undefined : eq(calls.caller, caller),
    route === undefined ? undefined : eq(calls.route, route),
    status && and(gte(calls.status, status.from), lt(calls.status, status.below)),
    since === undefined ? undefined : gte(calls.at, since),
    until === undefined ? undefined : lt(calls.at, until),
  ];
}

function partOf(rows: readonly CallRow[], limit: number, floor: number | undefined) {
  if (rows.length <= limit) return floor === undefined ? { rows } : { rows, next: floor };
  const part = rows.slice(0, limit);
  return { rows: part, next: part.at(-1)?.seq ?? 0 };
}

/** The place after all calls, or after all that were made before a time. */
async function placeAfter({ reads }: Db, until: number | undefined): Promise<number> {
  const last = reads.select({ seq: calls.seq }).from(calls);
  const row =
    until === undefined
      ? await last.orderBy(desc(calls.seq)).limit(1).get()
      : await last
          .where(lt(calls.at, until))
          .orderBy(desc(calls.at), desc(calls.seq))
          .limit(1)
          .get();
  return (row?.seq ?? 0) + 1;
}

async function hasMoreBelow({ reads }: Db, floor: number, since = 0): Promise<boolean> {
  const row = await reads
    .select({ at: calls.at })
    .from(calls)
    .where(lt(calls.seq, floor))
    .orderBy(desc(calls.seq))
    .limit(1)
    .get();
  return row !== undefined && row.at >= since;
}

/** How many calls there were on each day from one on, by caller and what became of them. */
export async function sumCalls(
  db: Db,
  {
    fromDay,
    caller,
    route,
  }: { fromDay: number; caller?: string | undefined; route?: string | undefined },
): Promise<Omit<CallCountRow, "route">[]> {
  const { day, callerKind, outcome } = callCounts;
  return db.reads
    .select({ day, callerKind, caller: callCounts.caller, outcome, count: total })
    .from(callCounts)
    .where(
      and(
        gte(day, fromDay),
        caller === undefined ? undefined : eq(callCounts.caller, caller),
        route === undefined ? undefined : eq(callCounts.route, route),
      ),
    )
    .groupBy(day, callerKind, callCounts.caller, outcome)
    .orderBy(day, callerKind, callCounts.caller)
    .all();
}

const total: SQL<number> = sql`sum(${callCounts.count})`;

export interface CallRetention {
  /** Calls from before this time go. */
  readonly before: number;
  /** Of the others, the newest so many stay. */
  readonly most: number;
  /** Counts of days before this one go. */
  readonly beforeDay: number;
  /** No more rows than this at once. */
  readonly limit: number;
}

/** Remove what is past keeping, the oldest first and a piece at a time. */
export async function pruneCalls(
  tx: Tx,
  { before, most, beforeDay, limit }: CallRetention,
): Promise<void> {
  const old = tx.reads
    .select({ seq: calls.seq })
    .from(calls)
    .where(lt(calls.at, before))
    .orderBy(calls.at)
    .limit(limit);
  await tx.writes.delete(calls).where(sql`${calls.seq} in ${old}`).run();
  const newest = await tx.reads
    .select({ seq: max(calls.seq) })
    .from(calls)
    .get();
  const tooMany = tx.reads
    .select({ seq: calls.seq })
    .from(calls)
    .where(lt(calls.seq, (newest?.seq ?? 0) - most + 1))
    .orderBy(calls.seq)
    .limit(limit);
  await tx.writes.delete(calls).where(sql`${calls.seq} in ${tooMany}`).run();
  await tx.writes.delete(callCounts).where(lt(callCounts.day, beforeDay)).run();
}
