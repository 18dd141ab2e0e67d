import { and, asc, desc, getTableColumns, gte, inArray, lt, lte, max, sql } from "drizzle-orm";
import type { Db } from "./db.ts";
import { type EventRow, findEvent } from "./events.ts";
import type { ProcessRow, ProcessStatus } from "./processes.ts";
import { events } from "./schema/events.ts";
import { processes } from "./schema/processes.ts";

const { answers: _answers, corrected: _corrected, ...openColumns } = getTableColumns(processes);

/** What a process has to be, to be found. */
export interface ProcessSearch {
  readonly services?: readonly string[] | undefined;
  readonly statuses?: readonly ProcessStatus[] | undefined;
  /** Received in this time, both ends with it. */
  readonly from: number;
  readonly to: number;
  /** Ids sort by time: none is looked at that was given before this one. */
  readonly firstId: string;
  /** Nor any that was given from this one on. */
  readonly endId: string;
  readonly limit: number;
}

/** Processes that were received in a time, newest first. */
export async function searchProcesses(db: Db, search: ProcessSearch): Promise<ProcessRow[]> {
  const { services, statuses, from, to, firstId, endId, limit } = search;
  const conditions = [
    gte(processes.id, firstId),
    lt(processes.id, endId),
    gte(processes.receivedAt, from),
    lte(processes.receivedAt, to),
    services && inArray(processes.service, [...services]),
    statuses && inArray(processes.status, [...statuses]),
  ];
  return db.reads
    .select(openColumns)
    .from(processes)
    .where(and(...conditions))
    .orderBy(desc(processes.id))
    .limit(limit)
    .all();
}

/** The processes of these references, newest first. */
export async function findProcessesByReference(
  db: Db,
  references: readonly string[],
): Promise<ProcessRow[]> {
  return selectProcesses(db, "reference", references);
}

export async function findProcesses(db: Db, ids: readonly string[]): Promise<ProcessRow[]> {
  return selectProcesses(db, "id", ids);
}

/** When anything that a citizen is told last happened in each of these processes. */
export async function lastTold(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.reads
    .select({ process: events.process, at: max(events.at) })
    .from(events)
    .where(and(inArray(events.process, [...ids]), inArray(events.type, told)))
    .groupBy(events.process)
    .all();
  return new Map(rows.flatMap(({ process, at }) => (process && at ? [[process, at]] : [])));
}

const told = ["process.started", "note.added", "stage.changed", "process.ended"];

/** Which events to give: those of a time, both ends with it, and of one sender's processes where it is named. */
export interface Following {
  readonly from: number;
  readonly to: number;
  /** The actor who started the process. */
  readonly startedBy?: string | undefined;
  readonly limit: number;
}

/** The clock of a server may be put right by this much while events are appended. */
const slackMs = 3_600_000;

/** The notes, stages and ends of a time, in the order they happened. */
export async function listFollowed(
  db: Db,
  { from, to, startedBy, limit }: Following,
): Promise<EventRow[]> {
  const conditions = [
    gte(events.seq, await firstAt(db, from - slackMs)),
    lt(events.seq, await firstAt(db, to + slackMs)),
    gte(events.at, from),
    lte(events.at, to),
    inArray(events.type, told.slice(1)),
    startedBy === undefined ? undefined : isStartedBy(startedBy),
  ];
  return db.reads
    .select()
    .from(events)
    .where(and(...conditions))
    .orderBy(asc(events.seq))
    .limit(limit)
    .all();
}

function isStartedBy(actor: string) {
  return sql`exists (select 1 from events s where s.process = ${events.process} and s.type = 'process.started' and s.actor_id = ${actor})`;
}

/** The place of the first event of a time: places have no gaps and follow time, so a search needs no index of times. */
async function firstAt(db: Db, at: number): Promise<number> {
  const last = await db.reads
    .select({ seq: max(events.seq) })
    .from(events)
    .get();
  let low = 1;
  let high = (last?.seq ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const event = await findEvent(db, middle);
    if (event && event.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function selectProcesses(
  db: Db,
  by: "id" | "reference",
  values: readonly string[],
): Promise<ProcessRow[]> {
  return db.reads
    .select(openColumns)
    .from(processes)
    .where(inArray(processes[by], [...values]))
    .orderBy(desc(processes.id))
    .all();
}
