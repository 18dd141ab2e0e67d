import {
  and,
  asc,
  between,
  eq,
  gt,
  isNotNull,
  isNull,
  lte,
  min,
  notInArray,
  sql,
} from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { forgetReturn } from "./drafts.ts";
import { outbox } from "./schema/outbox.ts";
import { draftReturns, drafts } from "./schema/processes.ts";

/** The drafts that were over by then, the oldest first. */
export async function listExpiredDrafts(
  db: Db,
  { by, limit }: { readonly by: number; readonly limit: number },
): Promise<string[]> {
  const rows = await db.reads
    .select({ id: drafts.id })
    .from(drafts)
    .where(lte(drafts.expiresAt, by))
    .orderBy(asc(drafts.expiresAt))
    .limit(limit)
    .all();
  return rows.map(({ id }) => id);
}

/** Forget a draft that was over by then, sent or not; false where it goes on, or was forgotten before. */
export async function eraseDraft(tx: Tx, id: string, by: number): Promise<boolean> {
  const gone = await tx.writes
    .delete(drafts)
    .where(and(eq(drafts.id, id), lte(drafts.expiresAt, by)))
    .returning({ id: drafts.id })
    .get();
  if (gone) await forgetReturn(tx, id);
  return gone !== undefined;
}

/** Forget what letters about drafts say that could not be sent, once the draft is gone. */
export async function forgetDraftLetters(tx: Tx): Promise<void> {
  const { process, state, body } = outbox;
  await tx.writes
    .update(outbox)
    .set({ body: null })
    .where(
      and(
        // As the ids of drafts begin, so that nothing else is looked through.
        between(process, "drf_", "drf`"),
        notInArray(state, ["pending", "queued"]),
        isNotNull(body),
        sql`process not in (select id from drafts)`,
      ),
    )
    .run();
}

/** The drafts whose owner is to be reminded: over by then, and not over now. */
export async function listToRemind(
  db: Db,
  { by, now, limit }: { readonly by: number; readonly now: number; readonly limit: number },
): Promise<string[]> {
  const rows = await db.reads
    .select({ id: drafts.id })
    .from(drafts)
    .innerJoin(draftReturns, eq(draftReturns.draft, drafts.id))
    .where(
      and(
        lte(drafts.expiresAt, by),
        gt(drafts.expiresAt, now),
        isNull(drafts.process),
        eq(draftReturns.reminds, true),
      ),
    )
    .orderBy(asc(drafts.expiresAt))
    .limit(limit)
    .all();
  return rows.map(({ id }) => id);
}

/** When the next draft is over, and when the next of those whose owner is to be reminded. */
export async function nextDraftEnds(
  db: Db,
): Promise<{ readonly any: number | null; readonly reminding: number | null }> {
  const any = await db.reads
    .select({ at: min(drafts.expiresAt) })
    .from(drafts)
    .get();
  const reminding = await db.reads
    .select({ at: min(drafts.expiresAt) })
    .from(draftReturns)
    .innerJoin(drafts, eq(drafts.id, draftReturns.draft))
    .where(and(eq(draftReturns.reminds, true), isNull(drafts.process)))
    .get();
  return { any: any?.at ?? null, reminding: reminding?.at ?? null };
}
