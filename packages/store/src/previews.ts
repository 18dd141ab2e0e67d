import type { Answers } from "@guildhall/contract";
import { and, asc, count, desc, eq, gt, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { previewAnswers, previewComments, previews } from "./schema/feedback.ts";

export type PreviewRow = typeof previews.$inferSelect;
type StoredComment = typeof previewComments.$inferSelect;
export type PreviewCommentRow = Omit<StoredComment, "details"> & {
  readonly author: string;
  readonly text: string;
};
/** What somebody has filled in, and which pages they have been past. */
export interface PreviewFilling {
  readonly answers: Answers;
  readonly seen: readonly string[];
}

export async function insertPreview(tx: Tx, row: PreviewRow): Promise<void> {
  await tx.writes.insert(previews).values(row).run();
}

export async function findPreview(db: Db | Tx, id: string): Promise<PreviewRow | undefined> {
  return db.reads.select().from(previews).where(eq(previews.id, id)).get();
}

/** The preview that a key opens now: not one that has ended or is past its time. */
export async function findOpenPreview(
  db: Db | Tx,
  { digest, now }: { readonly digest: string; readonly now: number },
): Promise<PreviewRow | undefined> {
  return db.reads
    .select()
    .from(previews)
    .where(and(eq(previews.digest, digest), isNull(previews.endedAt), gt(previews.expiresAt, now)))
    .get();
}

/** Previews, the latest first. */
export async function listPreviews(
  db: Db,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<PreviewRow[]> {
  return db.reads
    .select()
    .from(previews)
    .where(before === undefined ? undefined : lt(previews.id, before))
    .orderBy(desc(previews.id))
    .limit(limit)
    .all();
}

/** End a preview and forget what was filled in there; false where it has ended. */
export async function endPreview(tx: Tx, id: string, at: number): Promise<boolean> {
  const ended = await tx.writes
    .update(previews)
    .set({ endedAt: at })
    .where(and(eq(previews.id, id), isNull(previews.endedAt)))
    .returning({ id: previews.id })
    .get();
  await tx.writes.delete(previewAnswers).where(eq(previewAnswers.preview, id)).run();
  return ended !== undefined;
}

export async function putPreviewAnswers(
  tx: Tx,
  {
    filling,
    ...row
  }: { digest: string; preview: string; expiresAt: number; filling: PreviewFilling },
): Promise<void> {
  const { expiresAt } = row;
  const answers = tx.vault.seal({ table: "preview_answers", row: row.digest }, filling);
  await tx.writes
    .insert(previewAnswers)
    .values({ ...row, answers })
    .onConflictDoUpdate({ target: previewAnswers.digest, set: { answers, expiresAt } })
    .run();
}

export async function findPreviewAnswers(
  db: Db | Tx,
  { digest, preview, now }: { digest: string; preview: string; now: number },
): Promise<PreviewFilling | undefined> {
  const { expiresAt } = previewAnswers;
  const row = await db.reads
    .select()
    .from(previewAnswers)
    .where(
      and(
        eq(previewAnswers.digest, digest),
        eq(previewAnswers.preview, preview),
        gt(expiresAt, now),
      ),
    )
    .get();
  const place = { table: "preview_answers", row: digest };
  return row && (db.vault.open(place, row.answers) as PreviewFilling);
}

/** How many browsers have something filled in on a preview now. */
export async function countPreviewAnswers(
  db: Db | Tx,
  preview: string,
  now: number,
): Promise<number> {
  const mine = and(eq(previewAnswers.preview, preview), gt(previewAnswers.expiresAt, now));
  const row = await db.reads.select({ n: count() }).from(previewAnswers).where(mine).get();
  return row?.n ?? 0;
}

export async function insertPreviewComment(
  tx: Tx,
  { author, text, ...row }: Omit<PreviewCommentRow, "state" | "dealtWithAt" | "dealtWithBy">,
): Promise<void> {
  const details = tx.vault.seal(detailsOf(row.id), { author, text });
  await tx.writes
    .insert(previewComments)
    .values({ ...row, details, state: "new" })
    .run();
}

/** What was said on a preview, in the order in which it was. */
export async function listPreviewComments(
  db: Db | Tx,
  preview: string,
  page?: string,
): Promise<PreviewCommentRow[]> {
  const rows = await db.reads
    .select()
    .from(previewComments)
    .where(
      and(
        eq(previewComments.preview, preview),
        page === undefined ? undefined : eq(previewComments.page, page),
      ),
    )
    .orderBy(asc(previewComments.id))
    .all();
  return rows.map((row) => open(db, row));
}

/** How much was said on each preview that nobody has dealt with. */
export async function countPreviewComments(
  db: Db | Tx,
): Promise<ReadonlyMap<string, { all: number; new: number }>> {
  const rows = await db.reads
    .select({
      preview: previewComments.preview,
      all: count(),
      new: sql<number>`sum(state = 'new')`,
    })
    .from(previewComments)
    .groupBy(previewComments.preview)
    .all();
  return new Map(rows.map(({ preview, ...counts }) => [preview, counts]));
}

/** Write down who has dealt with a comment, once. */
export async function dealWithPreviewComment(
  tx: Tx,
  { id, preview, at, by }: { id: string; preview: string; at: number; by: string },
): Promise<PreviewCommentRow | undefined> {
  const { state } = previewComments;
  const row = await tx.writes
    .update(previewComments)
    .set({ state: "dealt-with", dealtWithAt: at, dealtWithBy: by })
    .where(and(eq(previewComments.id, id), eq(previewComments.preview, preview), eq(state, "new")))
    .returning()
    .get();
  return row && open(tx, row);
}

/** Forget previews that were over by `at` with all that was said there, and what is past keeping of what was filled in. */
export async function forgetPreviews(
  tx: Tx,
  { at, now }: { readonly at: number; readonly now: number },
): Promise<void> {
  const { expiresAt, endedAt } = previews;
  await tx.writes
    .delete(previews)
    .where(or(lte(expiresAt, at), lte(endedAt, at)))
    .run();
  const gone = sql`preview not in (select id from previews)`;
  await tx.writes.delete(previewComments).where(gone).run();
  await tx.writes
    .delete(previewAnswers)
    .where(or(gone, lte(previewAnswers.expiresAt, now)))
    .run();
}

function open({ vault }: Db | Tx, { details, ...row }: StoredComment): PreviewCommentRow {
  // Under a comment's row nothing else is sealed.
  const said = vault.open(detailsOf(row.id), details) as { author: string; text: string };
  return { ...row, ...said };
}

function detailsOf(row: string) {
  return { table: "preview_comments", row };
}
