import { and, asc, eq, gte, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { statusesSeen } from "./schema/synchronisation.ts";

type Stored = typeof statusesSeen.$inferSelect;
/** A status that came from a back office for the cases of a service, and how often. */
export type StatusSeen = Omit<Stored, "mapped"> & { readonly mapped: boolean };

/** Count a status that came from a back office. */
export async function countStatus(
  tx: Tx,
  {
    mapped,
    at,
    ...status
  }: Pick<StatusSeen, "connector" | "service" | "external" | "mapped"> & {
    readonly at: number;
  },
): Promise<void> {
  const row = { mapped: mapped ? 1 : 0, lastAt: at };
  await tx.writes
    .insert(statusesSeen)
    .values({ ...status, ...row, firstAt: at, count: 1 })
    .onConflictDoUpdate({
      target: [statusesSeen.connector, statusesSeen.service, statusesSeen.external],
      set: { ...row, count: sql`${statusesSeen.count} + 1` },
    })
    .run();
}

/** Whether a status that was seen still means nothing for some service. */
export async function isUnmapped(
  db: Db | Tx,
  { connector, external }: Pick<StatusSeen, "connector" | "external">,
): Promise<boolean> {
  const row = await db.reads
    .select({ service: statusesSeen.service })
    .from(statusesSeen)
    .where(
      and(
        eq(statusesSeen.connector, connector),
        eq(statusesSeen.external, external),
        eq(statusesSeen.mapped, 0),
      ),
    )
    .get();
  return row !== undefined;
}

/** The statuses that came since a time, of one back office or of all. */
export async function listStatusesSeen(
  db: Db,
  { since, connector }: { readonly since: number; readonly connector?: string | undefined },
): Promise<StatusSeen[]> {
  const { lastAt, service, external } = statusesSeen;
  const of = connector === undefined ? undefined : eq(statusesSeen.connector, connector);
  const rows = await db.reads
    .select()
    .from(statusesSeen)
    .where(and(gte(lastAt, since), of))
    .orderBy(asc(statusesSeen.connector), asc(service), asc(external))
    .all();
  return rows.map(({ mapped, ...row }) => ({ ...row, mapped: mapped === 1 }));
}

/** Forget the statuses that have not come since a time. */
export async function forgetStatuses(tx: Tx, before: number): Promise<void> {
  await tx.writes.delete(statusesSeen).where(lt(statusesSeen.lastAt, before)).run();
}
