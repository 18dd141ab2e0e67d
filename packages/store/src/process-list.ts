import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  lt,
  lte,
  ne,
  sql,
} from "drizzle-orm";
import type { Db } from "./db.ts";
import { eventBefore, lastPlace } from "./event-list.ts";
import { hot } from "./hot.ts";
import { floorOf, longestLook, type Part, partOf } from "./part.ts";
import type { ProcessRow, ProcessStatus } from "./processes.ts";
import { events } from "./schema/events.ts";
import { processes } from "./schema/processes.ts";

const { answers: _answers, corrected: _corrected, ...openColumns } = getTableColumns(processes);

export interface ProcessFilter {
  readonly limit: number;
  readonly before?: string | undefined;
  readonly services?: readonly string[] | undefined;
  readonly status?: ProcessStatus | undefined;
  /** The moment, and the first id that could have been given then. */
  readonly receivedSince?: { readonly at: number; readonly id: string } | undefined;
  /** The moment before which it was received, and the first id that could only be given later. */
  readonly receivedUntil?: { readonly at: number; readonly id: string } | undefined;
  readonly ward?: string | undefined;
  /** Those that are open and were promised by a moment before this. */
  readonly lateAt?: number | undefined;
}

/** Processes, newest first. */
export async function listProcesses(db: Db, filter: ProcessFilter): Promise<Part<ProcessRow>> {
  const { limit, receivedSince, receivedUntil } = filter;
  const before = filter.before ?? receivedUntil?.id;
  const isSifted = [filter.services, filter.status, filter.ward, filter.lateAt].some(
    (one) => one !== undefined,
  );
  const floor = isSifted ? await floorOf(db, processes, before) : undefined;
  const rows = await db.reads
    .select(openColumns)
    .from(processes)
    .where(
      and(
        before === undefined ? undefined : lt(processes.id, before),
        floor === undefined ? undefined : gte(processes.id, floor),
        receivedSince && gte(processes.id, receivedSince.id),
        ...sieve(filter),
      ),
    )
    .orderBy(desc(processes.id))
    .limit(limit + 1)
    .all();
  const isLast = receivedSince !== undefined && floor !== undefined && floor < receivedSince.id;
  return partOf(rows, limit, isLast ? undefined : floor);
}

function sieve({
  services,
  status,
  ward,
  lateAt,
  ...received
}: Omit<ProcessFilter, "limit" | "before">) {
  const { receivedSince, receivedUntil } = received;
  return [
    services && inArray(processes.service, [...services]),
    status && eq(processes.status, status),
    ward === undefined ? undefined : eq(processes.ward, ward),
    lateAt === undefined
      ? undefined
      : and(eq(processes.status, "open"), lt(processes.respondBy, lateAt)),
    receivedSince && gte(processes.receivedAt, receivedSince.at),
    receivedUntil && lt(processes.receivedAt, receivedUntil.at),
  ];
}

/** That something happened which is more than that somebody read it. */
const isUpdate = ne(events.type, "document.read");

export interface UpdatedFilter extends Omit<ProcessFilter, "before"> {
  readonly updatedSince: number;
  /** The place of the event where the last part ended. */
  readonly after?: number | undefined;
}

/**
 * Processes to which something happened since, in the order of the last thing that happened.
 *
 * It is read from the events, which need no index for it: each process comes where its last event lies.
 */
export async function listUpdatedProcesses(
  db: Db,
  filter: UpdatedFilter,
): Promise<Part<ProcessRow>> {
  const { limit, updatedSince } = filter;
  const from = filter.after ?? (await eventBefore(db, updatedSince));
  const to = from + longestLook;
  const isLast = sql`not exists (select 1 from events later where later.process = ${events.process}
    and later.seq > ${events.seq} and later.type <> 'document.read')`;
  const found = await db.reads
    .select({ ...openColumns, seq: events.seq })
    .from(events)
    .innerJoin(processes, eq(processes.id, events.process))
    .where(
      and(
        gt(events.seq, from),
        lte(events.seq, to),
        gte(events.at, updatedSince),
        isUpdate,
        isLast,
        ...sieve(filter),
      ),
    )
    .orderBy(asc(events.seq))
    .limit(limit + 1)
    .all();
  const rows = found.slice(0, limit);
  const next =
    found.length > limit ? rows.at(-1)?.seq : to < (await lastPlace(db)) ? to : undefined;
  return next === undefined ? { rows } : { rows, next: String(next) };
}

const updatedQuery = hot((query) =>
  query
    .select({ at: events.at })
    .from(events)
    .where(and(eq(events.process, sql.placeholder("process")), isUpdate))
    .orderBy(desc(events.seq))
    .limit(1)
    .prepare(),
);

/** When something last happened to a process. */
export async function findUpdatedAt(db: Db, process: string): Promise<number | undefined> {
  return (await updatedQuery(db.reads).get({ process }))?.at;
}
