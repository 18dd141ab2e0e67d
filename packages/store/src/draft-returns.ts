import { and, count, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { draftLinks, draftReturns, drafts } from "./schema/processes.ts";

type Stored = typeof draftReturns.$inferSelect;
interface Details {
  readonly email: string;
  readonly language: "en" | "cy";
}
/** Who comes back to a draft, with the address that links are sent to. */
export type DraftReturnRow = Omit<Stored, "details" | "emailIndex"> & Details;
export type DraftLinkRow = typeof draftLinks.$inferSelect;

/** Keep how somebody comes back to a draft, in the place of what was kept before. */
export async function putDraftReturn(
  tx: Tx,
  { email, language, ...row }: DraftReturnRow,
): Promise<void> {
  const details = tx.vault.seal({ table: "draft_returns", row: row.draft }, { email, language });
  const values = { ...row, emailIndex: draftEmailIndex(tx, email), details };
  const { draft: _, ...set } = values;
  await tx.writes
    .insert(draftReturns)
    .values(values)
    .onConflictDoUpdate({ target: draftReturns.draft, set })
    .run();
}

export async function findDraftReturn(
  db: Db | Tx,
  draft: string,
): Promise<DraftReturnRow | undefined> {
  const row = await db.reads.select().from(draftReturns).where(eq(draftReturns.draft, draft)).get();
  return row && open(db, row);
}

/** The drafts of a service that are kept for an address and not over, the latest first. */
export async function listKeptFor(
  db: Db | Tx,
  wanted: { readonly email: string; readonly service: string; readonly now: number },
  limit: number,
): Promise<DraftReturnRow[]> {
  const rows = await db.reads
    .select({ kept: draftReturns })
    .from(draftReturns)
    .innerJoin(drafts, eq(drafts.id, draftReturns.draft))
    .where(
      and(
        eq(draftReturns.emailIndex, draftEmailIndex(db, wanted.email)),
        eq(drafts.service, wanted.service),
        gt(drafts.expiresAt, wanted.now),
        isNull(drafts.process),
      ),
    )
    .orderBy(desc(drafts.id))
    .limit(limit)
    .all();
  // Two addresses may share a number.
  return rows.map(({ kept }) => open(db, kept)).filter(({ email }) => email === wanted.email);
}

/** Remember that the reminder of a draft was sent; false where it was before. */
export async function markReminded(tx: Tx, draft: string): Promise<boolean> {
  const marked = await tx.writes
    .update(draftReturns)
    .set({ reminds: false })
    .where(and(eq(draftReturns.draft, draft), eq(draftReturns.reminds, true)))
    .returning({ draft: draftReturns.draft })
    .get();
  return marked !== undefined;
}

/** Write down a link; one without an address does not count as a letter to it. */
export async function insertDraftLink(
  tx: Tx,
  { email, ...row }: Omit<DraftLinkRow, "emailIndex" | "wrong"> & { email: string | undefined },
): Promise<void> {
  const emailIndex = email === undefined ? 0 : draftEmailIndex(tx, email);
  await tx.writes
    .insert(draftLinks)
    .values({ ...row, emailIndex, wrong: 0 })
    .run();
}

/** A link that leads somewhere still: the fact was not wrong `most` times. */
export async function findDraftLink(
  db: Db | Tx,
  digest: string,
  most: number,
): Promise<DraftLinkRow | undefined> {
  return db.reads
    .select()
    .from(draftLinks)
    .where(and(eq(draftLinks.digest, digest), lt(draftLinks.wrong, most)))
    .get();
}

/** Count a wrong fact, or begin to count anew after a right one. */
export async function countWrong(tx: Tx, digest: string, isWrong: boolean): Promise<void> {
  await tx.writes
    .update(draftLinks)
    .set({ wrong: isWrong ? sql`${draftLinks.wrong} + 1` : 0 })
    .where(eq(draftLinks.digest, digest))
    .run();
}

/** Let the links of a draft lead nowhere any more; they still count as letters that were sent. */
export async function endDraftLinks(tx: Tx, draft: string, most: number): Promise<void> {
  await tx.writes.update(draftLinks).set({ wrong: most }).where(eq(draftLinks.draft, draft)).run();
}

/** Forget the links that lead nowhere, since there was no draft or it is gone. */
export async function forgetIdleLinks(tx: Tx, before: number): Promise<void> {
  await tx.writes
    .delete(draftLinks)
    .where(and(eq(draftLinks.draft, ""), lt(draftLinks.at, before)))
    .run();
}

/** How many links were sent to an address since then. */
export async function countDraftLinks(
  db: Db | Tx,
  { email, since }: { readonly email: string; readonly since: number },
): Promise<number> {
  const { emailIndex, at } = draftLinks;
  const row = await db.reads
    .select({ links: count() })
    .from(draftLinks)
    .where(and(eq(emailIndex, draftEmailIndex(db, email)), gt(at, since)))
    .get();
  return row?.links ?? 0;
}

function draftEmailIndex({ vault }: Db | Tx, email: string): number {
  return vault.blind("draft-email", email);
}

function open({ vault }: Db | Tx, { details, emailIndex: _, ...row }: Stored): DraftReturnRow {
  const opened = vault.open({ table: "draft_returns", row: row.draft }, details);
  return { ...row, ...(opened as Details) };
}
