import { and, desc, eq, gt, lte, ne } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { caseViewers } from "./schema/cases.ts";

export type CaseViewerRow = typeof caseViewers.$inferSelect;

/** Write down that somebody has a case open, and forget who had one open up to `before`. */
export async function seeCase(tx: Tx, row: CaseViewerRow, before: number): Promise<void> {
  await forgetCaseViewers(tx, before);
  await tx.writes
    .insert(caseViewers)
    .values(row)
    .onConflictDoUpdate({
      target: [caseViewers.process, caseViewers.person],
      set: { seenAt: row.seenAt },
    })
    .run();
}

/** Forget who had a case open up to `before`. */
export async function forgetCaseViewers(tx: Tx, before: number): Promise<void> {
  await tx.writes.delete(caseViewers).where(lte(caseViewers.seenAt, before)).run();
}

/** Who else had a case open since, the latest first. */
export async function listCaseViewers(
  db: Db | Tx,
  { process, person, seenAt }: CaseViewerRow,
): Promise<CaseViewerRow[]> {
  const isOther = and(eq(caseViewers.process, process), ne(caseViewers.person, person));
  return db.reads
    .select()
    .from(caseViewers)
    .where(and(isOther, gt(caseViewers.seenAt, seenAt)))
    .orderBy(desc(caseViewers.seenAt))
    .all();
}
