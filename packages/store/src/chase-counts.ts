import { and, between, eq, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { chaseCounts } from "./schema/endings.ts";

export type ChaseCountRow = typeof chaseCounts.$inferSelect;

/** Add to the counts of their days. */
export async function addChaseCounts(tx: Tx, counts: readonly ChaseCountRow[]): Promise<void> {
  for (const row of counts) {
    await tx.writes
      .insert(chaseCounts)
      .values(row)
      .onConflictDoUpdate({
        target: [
          chaseCounts.service,
          chaseCounts.day,
          chaseCounts.stage,
          chaseCounts.ended,
          chaseCounts.dayInStage,
          chaseCounts.kind,
          chaseCounts.about,
        ],
        set: { count: sql`${chaseCounts.count} + ${row.count}` },
      })
      .run();
  }
}

/** The counts of a service from one day to another, both with it, by stage, day of the stage, and kind. */
export async function sumChaseCounts(
  db: Db,
  service: string,
  { fromDay, toDay }: { fromDay: number; toDay: number },
): Promise<Pick<ChaseCountRow, "stage" | "ended" | "dayInStage" | "kind" | "count">[]> {
  const { stage, ended, dayInStage, kind } = chaseCounts;
  return db.reads
    .select({ stage, ended, dayInStage, kind, count: sql<number>`sum(${chaseCounts.count})` })
    .from(chaseCounts)
    .where(and(eq(chaseCounts.service, service), between(chaseCounts.day, fromDay, toDay)))
    .groupBy(stage, ended, dayInStage, kind)
    .orderBy(stage, ended, dayInStage)
    .all();
}

/** Forget the counts of days before this one. */
export async function forgetChaseCounts(tx: Tx, beforeDay: number): Promise<void> {
  await tx.writes.delete(chaseCounts).where(lt(chaseCounts.day, beforeDay)).run();
}
