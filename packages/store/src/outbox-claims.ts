import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { type BreakerRow, listBreakers, putBreaker } from "./breakers.ts";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { claimLane } from "./lanes.ts";
import type { Claim, OutboxRow } from "./outbox.ts";
import { outbox } from "./schema/outbox.ts";

/** What is claimed, and how much of it. */
export interface Due {
  readonly now: number;
  readonly leaseUntil: number;
  /** How many rows in all. */
  readonly limit: number;
  /** How many rows of a lane, after what was claimed already; `limit` where it is left out. */
  roomOf?(lane: string, claimed: readonly Claimed[]): number;
  /** The lane that was the last to be given some: those behind it come first. */
  readonly behind?: string;
}

/** A row that was claimed. */
export type Claimed = Claim & Pick<OutboxRow, "kind" | "lane">;

/** How many claims that ran out are freed at one turn. */
const mostRunOut = 256;

/**
 * Claim what is due, and what a worker that died left behind, each lane by itself.
 *
 * Of a connector that is not spoken to nothing is claimed, but for one row once its rest is over: the probe, whose
 * claim ends when the half-open state does.
 */
export async function claimDue(tx: Tx, due: Due): Promise<Claimed[]> {
  const { now, limit, roomOf = () => limit, behind = "" } = due;
  await freeLeases(tx, { now, upTo: now, limit: mostRunOut });
  const resting = await restingLanes(tx);
  const claimed: Claimed[] = [];
  const lanes = (await lanesOf(tx)).filter(({ at }) => at <= now);
  for (const { lane } of beginningBehind(behind, lanes)) {
    const breaker = resting.get(lane);
    const allowed = breaker ? probesNow(breaker, now) : limit;
    const room = Math.min(limit - claimed.length, roomOf(lane, claimed), allowed);
    if (room <= 0) continue;
    const rows = await claimLane(tx, { lane, now, leaseUntil: due.leaseUntil, room });
    claimed.push(...rows);
    if (breaker && rows.length > 0)
      await putBreaker(tx, { ...breaker, state: "half-open", openUntil: due.leaseUntil });
  }
  return claimed;
}

function beginningBehind(last: string, lanes: LaneDue[]): LaneDue[] {
  const first = lanes.findIndex(({ lane }) => lane > last);
  return first < 0 ? lanes : [...lanes.slice(first), ...lanes.slice(0, first)];
}

/** How many rows may be tried of a connector that is not spoken to: one, once its rest is over or its probe is lost. */
function probesNow({ openUntil }: BreakerRow, now: number): number {
  return (openUntil ?? 0) <= now ? 1 : 0;
}

async function restingLanes(db: Db | Tx) {
  const breakers = await listBreakers(db);
  const resting = breakers.filter(({ state }) => state !== "closed");
  return new Map(resting.map((breaker) => [`delivery/${breaker.connector}`, breaker]));
}

/** When the first row of a lane falls due. */
export interface LaneDue {
  readonly lane: string;
  readonly at: number;
}

/**
 * @internal Every lane that something waits in, and when its first row is due.
 *
 * From one lane the index leads to the next, so that as many rows are read as there are lanes.
 */
export const lanesSql = `with recursive lanes(lane) as (
  select min(lane) from outbox where state = 'pending'
  union all
  select (select min(lane) from outbox where state = 'pending' and lane > lanes.lane) from lanes
    where lanes.lane is not null)
select lane, (select min(next_at) from outbox where state = 'pending' and lane = lanes.lane) as at
  from lanes where lane is not null`;

const lanesQuery = hot((query) =>
  query
    .select({ lane: sql<string>`lane`, at: sql<number>`at` })
    .from(sql.raw(`(${lanesSql})`))
    .prepare(),
);

async function lanesOf(db: Db | Tx): Promise<LaneDue[]> {
  return lanesQuery(db.reads).all();
}

const firstLeaseQuery = hot((query) =>
  query
    .select({ at: sql<number | null>`min(lease_until)` })
    .from(outbox)
    .where(sql`state = 'queued'`)
    .prepare(),
);

/** When something falls due in each lane, where its connector is spoken to by then; and when the first lease runs out. */
export async function listDue(db: Db): Promise<{ lanes: LaneDue[]; leaseEnd: number | undefined }> {
  const leased = await firstLeaseQuery(db.reads).get();
  const resting = await restingLanes(db);
  const lanes = (await lanesOf(db)).map(({ lane, at }) => ({
    lane,
    at: Math.max(at, resting.get(lane)?.openUntil ?? 0),
  }));
  return { lanes, leaseEnd: leased?.at ?? undefined };
}

/** When the next row falls due, or undefined when nothing is owed. */
export async function nextDue(db: Db): Promise<number | undefined> {
  const { lanes, leaseEnd } = await listDue(db);
  const times = lanes.map(({ at }) => at);
  if (leaseEnd !== undefined) times.push(leaseEnd);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Make rows due again that were claimed and not settled; `ended` where their start is not to be counted against them. */
export async function releaseClaims(
  tx: Tx,
  claims: readonly Claim[],
  nextAt: number,
  ended = false,
): Promise<void> {
  for (const { id, generation } of claims) {
    await tx.writes
      .update(outbox)
      .set({ state: "pending", nextAt, ...(ended ? { crashes: 0 } : {}) })
      .where(and(eq(outbox.id, id), eq(outbox.generation, generation), eq(outbox.state, "queued")))
      .run();
  }
}

const { id, leaseUntil, crashes, generation } = getTableColumns(outbox);

const leasedQuery = hot((query) =>
  query
    .select({ id, leaseUntil, crashes, generation })
    .from(outbox)
    .where(sql`state = 'queued' and lease_until <= ${sql.placeholder("upTo")}`)
    .orderBy(outbox.leaseUntil)
    .limit(sql.placeholder("limit"))
    .prepare(),
);

/** Claims that are to end. */
export interface Freeing {
  readonly now: number;
  /** Those that run out by then. */
  readonly upTo: number;
  readonly limit: number;
  /** How long a row waits that was begun and never ended, by how often that came. */
  delayMs?(crashes: number): number;
}

/**
 * Free claims, and return how many.
 *
 * What was begun and never ended may be made to wait: what killed one process would kill the next.
 */
export async function freeLeases(
  tx: Tx,
  { now, upTo, limit, delayMs = () => 0 }: Freeing,
): Promise<number> {
  const rows = await leasedQuery(tx.reads).all({ upTo, limit });
  for (const row of rows) {
    const waitMs = row.crashes > 0 ? delayMs(row.crashes) : 0;
    const nextAt = waitMs > 0 ? now + waitMs : Math.min(row.leaseUntil, now);
    await releaseClaims(tx, [row], nextAt);
  }
  return rows.length;
}

/** Which connectors are tried. */
export interface Probing {
  readonly now: number;
  /** Also where a probe is under way. */
  readonly probes: boolean;
  /** This one only. */
  readonly connector?: string;
}

/** Let each connector that is not spoken to be tried at once, by the row that is due next. */
export async function probeBreakers(tx: Tx, { now, probes, connector }: Probing): Promise<void> {
  for (const [lane, breaker] of await restingLanes(tx)) {
    if (breaker.state === "half-open" && !probes) continue;
    if (connector !== undefined && connector !== breaker.connector) continue;
    await putBreaker(tx, { ...breaker, state: "open", openUntil: now });
    await tx.writes
      .update(outbox)
      .set({ nextAt: now })
      .where(
        sql`rowid in (select rowid from outbox where state = 'pending' and lane = ${lane}
          order by next_at limit 1)`,
      )
      .run();
  }
}
