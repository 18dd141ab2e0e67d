import { and, between, eq, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "./db.ts";
import { chaseCounts } from "./schema/endings.ts";
import { processes } from "./schema/processes.ts";

type Stored = typeof processes.$inferSelect;

/** What is counted together. */
export type Counted = Pick<Stored, "service" | "channel" | "ward">;

export interface FigureFilter {
  /** The first and the last moment. */
  readonly fromAt: number;
  readonly toAt: number;
  readonly service?: string | undefined;
  readonly channel?: Stored["channel"] | undefined;
  readonly ward?: string | undefined;
}

const { service, channel, ward, receivedAt, endedAt, respondBy, workingDays } = processes;
const each = { service, channel, ward, count: sql<number>`count(*)` };
const isLate = sql<number>`coalesce(${endedAt} > ${respondBy}, 0)`;

/** Count what was received. */
export async function countReceived(
  db: Db,
  filter: FigureFilter,
): Promise<(Counted & { readonly count: number })[]> {
  return receivedQuery(db, filter).all();
}

/** @internal */
export function receivedQuery({ reads }: Db, filter: FigureFilter) {
  return reads
    .select(each)
    .from(processes)
    .where(and(between(receivedAt, filter.fromAt, filter.toAt), ...those(filter)))
    .groupBy(service, channel, ward);
}

/** What ended, by how many working days it took and by whether that was too long. */
export interface EndedCount extends Counted {
  readonly workingDays: number | null;
  readonly isLate: number;
  readonly count: number;
}

/** Count what has ended and was not opened again. */
export async function countEnded(db: Db, filter: FigureFilter): Promise<EndedCount[]> {
  return endedQuery(db, filter).all();
}

/** @internal */
export function endedQuery({ reads }: Db, filter: FigureFilter) {
  return reads
    .select({ ...each, workingDays, isLate })
    .from(processes)
    .where(and(between(endedAt, filter.fromAt, filter.toAt), ...those(filter)))
    .groupBy(service, channel, ward, workingDays, isLate);
}

function those(filter: FigureFilter): (SQL | undefined)[] {
  return [
    filter.service === undefined ? undefined : eq(service, filter.service),
    filter.channel === undefined ? undefined : eq(channel, filter.channel),
    filter.ward === undefined ? undefined : sql`coalesce(${ward}, '') = ${filter.ward}`,
  ];
}

/** Count how often somebody got in touch, by service, from one day to another and both with it. */
export async function countContacts(
  db: Db,
  days: { readonly fromDay: number; readonly toDay: number; readonly service?: string | undefined },
): Promise<{ service: string; count: number }[]> {
  return db.reads
    .select({ service: chaseCounts.service, count: sql<number>`sum(${chaseCounts.count})` })
    .from(chaseCounts)
    .where(
      and(
        between(chaseCounts.day, days.fromDay, days.toDay),
        ne(chaseCounts.kind, "view"),
        days.service === undefined ? undefined : eq(chaseCounts.service, days.service),
      ),
    )
    .groupBy(chaseCounts.service)
    .all();
}
