import { and, asc, eq, gt, inArray, lte, max } from "drizzle-orm";
import type { Db } from "./db.ts";
import type { EventRow } from "./events.ts";
import { events } from "./schema/events.ts";
import { processes } from "./schema/processes.ts";

/** An event with what names its process to the world. */
export interface ProcessEvent {
  readonly event: EventRow;
  readonly reference: string;
  readonly service: string;
}

/**
 * The events of processes, of these types, in the order they were committed: places after `after`, up to `until`.
 *
 * A place is given inside the transaction that appends the event, and one transaction at a time writes, so nothing
 * is ever committed at a place before one that was read.
 */
export async function listProcessEvents(
  db: Db,
  span: { after: number; until: number; types: readonly string[]; limit: number },
): Promise<ProcessEvent[]> {
  return db.reads
    .select({ event: events, reference: processes.reference, service: processes.service })
    .from(events)
    .innerJoin(processes, eq(processes.id, events.process))
    .where(
      and(
        gt(events.seq, span.after),
        lte(events.seq, span.until),
        inArray(events.type, [...span.types]),
      ),
    )
    .orderBy(asc(events.seq))
    .limit(span.limit)
    .all();
}

/** One event of a process by its place. */
export async function findProcessEvent(db: Db, seq: number): Promise<ProcessEvent | undefined> {
  return db.reads
    .select({ event: events, reference: processes.reference, service: processes.service })
    .from(events)
    .innerJoin(processes, eq(processes.id, events.process))
    .where(eq(events.seq, seq))
    .get();
}

/** The place of the last event; 0 where nothing has happened. */
export async function lastEventSeq(db: Db): Promise<number> {
  const row = await db.reads
    .select({ seq: max(events.seq) })
    .from(events)
    .get();
  return row?.seq ?? 0;
}
