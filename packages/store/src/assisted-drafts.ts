import { and, eq, gt, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { assistedDrafts } from "./schema/feedback.ts";

/** A draft that a member of staff fills in for a caller. */
export type AssistedDraftRow = typeof assistedDrafts.$inferSelect;

export async function insertAssistedDraft(tx: Tx, row: AssistedDraftRow): Promise<void> {
  await tx.writes.insert(assistedDrafts).values(row).run();
}

export async function findAssistedDraft(
  db: Db | Tx,
  draft: string,
): Promise<AssistedDraftRow | undefined> {
  return db.reads.select().from(assistedDrafts).where(eq(assistedDrafts.draft, draft)).get();
}

/** Use a code up; undefined where there is none, it is too late, or it was used before. */
export async function openAssistedDraftRow(
  tx: Tx,
  { digest, now }: { readonly digest: string; readonly now: number },
): Promise<AssistedDraftRow | undefined> {
  return tx.writes
    .update(assistedDrafts)
    .set({ digest: null })
    .where(and(eq(assistedDrafts.digest, digest), gt(assistedDrafts.opensUntil, now)))
    .returning()
    .get();
}

/** Forget who filled in the drafts that are there no more. */
export async function forgetAssistedDrafts(tx: Tx): Promise<void> {
  await tx.writes.delete(assistedDrafts).where(sql`draft not in (select id from drafts)`).run();
}
