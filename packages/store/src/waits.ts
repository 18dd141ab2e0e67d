import { and, asc, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { waits } from "./schema/waits.ts";

export type WaitRow = typeof waits.$inferSelect;

/** Write down what a process waits for; it waits for each of its steps at most once. */
export async function insertWait(tx: Tx, row: Omit<WaitRow, "endedAt">): Promise<void> {
  await tx.writes.insert(waits).values(row).run();
}

/** What a process waits for now, if it waits: one step at a time. */
export async function findOpenWait(db: Db | Tx, process: string): Promise<WaitRow | undefined> {
  return db.reads
    .select()
    .from(waits)
    .where(and(eq(waits.process, process), isNull(waits.endedAt)))
    .get();
}

/** End a wait; false when it was over already, so that what comes after begins once. */
export async function endWait(
  tx: Tx,
  { process, step }: Pick<WaitRow, "process" | "step">,
  endedAt: number,
): Promise<boolean> {
  const row = await tx.writes
    .update(waits)
    .set({ endedAt, dueAt: null })
    .where(and(eq(waits.process, process), eq(waits.step, step), isNull(waits.endedAt)))
    .returning({ step: waits.step })
    .get();
  return row !== undefined;
}

/** Look at a wait at another time, or, with null, no more: a person was asked. False when it is over. */
export async function moveWait(
  tx: Tx,
  { process, step }: Pick<WaitRow, "process" | "step">,
  dueAt: number | null,
): Promise<boolean> {
  const row = await tx.writes
    .update(waits)
    .set({ dueAt })
    .where(and(eq(waits.process, process), eq(waits.step, step), isNull(waits.endedAt)))
    .returning({ step: waits.step })
    .get();
  return row !== undefined;
}

/** The waits whose time is over, the longest due first. */
export async function listDueWaits(db: Db, now: number, limit: number): Promise<WaitRow[]> {
  return db.reads
    .select()
    .from(waits)
    .where(and(isNull(waits.endedAt), isNotNull(waits.dueAt), lte(waits.dueAt, now)))
    .orderBy(asc(waits.dueAt))
    .limit(limit)
    .all();
}

/** When the next wait is over, if any is under way. */
export async function nextDueWait(db: Db): Promise<number | undefined> {
  const row = await db.reads
    .select({ at: sql<number | null>`min(due_at)` })
    .from(waits)
    .where(and(isNull(waits.endedAt), isNotNull(waits.dueAt)))
    .get();
  return row?.at ?? undefined;
}
