import { and, desc, eq, gt, gte, lt } from "drizzle-orm";
import type { Db } from "./db.ts";
import { type EventRow, findEvent } from "./events.ts";
import { hot } from "./hot.ts";
import { longestLook } from "./part.ts";
import { events } from "./schema/events.ts";

/** Clocks of several processes that append to one chain differ by less. */
const clockSkewMs = 60_000;

const lastPlaceQuery = hot((query) =>
  query.select({ seq: events.seq }).from(events).orderBy(desc(events.seq)).limit(1).prepare(),
);

/** The place of the last event. */
export async function lastPlace(db: Db): Promise<number> {
  return (await lastPlaceQuery(db.reads).get())?.seq ?? 0;
}

/**
 * A place before which there is no event of `at` or later.
 *
 * Places have no gaps and times grow with them, so that twenty looks find one among a million: no index is needed.
 */
export async function eventBefore(db: Db, at: number): Promise<number> {
  let low = 0;
  let high = await lastPlace(db);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const event = await findEvent(db, middle);
    if (event && event.at < at - clockSkewMs) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface EventFilter {
  readonly limit: number;
  /** The place where the last part ended. */
  readonly below?: number | undefined;
  readonly type?: string | undefined;
  readonly actor?: string | undefined;
  readonly process?: string | undefined;
  readonly after?: number | undefined;
  readonly before?: number | undefined;
}

/** Events of all kinds, the latest first; a part may be short and not be the last. */
export async function listAllEvents(
  db: Db,
  filter: EventFilter,
): Promise<{ rows: EventRow[]; next?: number }> {
  const { limit, process, after } = filter;
  const top = filter.below ?? (await topOf(db, filter.before));
  const bottom = after === undefined ? 0 : await eventBefore(db, after);
  // The events of one process have an index of their own.
  const floor = process === undefined ? Math.max(bottom, top - longestLook) : bottom;
  const rows = await db.reads
    .select()
    .from(events)
    .where(and(lt(events.seq, top), gt(events.seq, floor), ...sieve(filter)))
    .orderBy(desc(events.seq))
    .limit(limit + 1)
    .all();
  const part = rows.slice(0, limit);
  const last = part.at(-1);
  if (rows.length > limit && last) return { rows: part, next: last.seq };
  return floor > bottom ? { rows: part, next: floor + 1 } : { rows: part };
}

function sieve({ type, actor, process, after, before }: EventFilter) {
  return [
    type === undefined ? undefined : eq(events.type, type),
    actor === undefined ? undefined : eq(events.actorId, actor),
    process === undefined ? undefined : eq(events.process, process),
    after === undefined ? undefined : gte(events.at, after),
    before === undefined ? undefined : lt(events.at, before),
  ];
}

async function topOf(db: Db, before: number | undefined): Promise<number> {
  const end = (await lastPlace(db)) + 1;
  if (before === undefined) return end;
  return Math.min(end, (await eventBefore(db, before + 2 * clockSkewMs)) + 1);
}
