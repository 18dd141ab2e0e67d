import type { Answers } from "@guildhall/contract";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { draftLinks, draftReturns, drafts } from "./schema/processes.ts";

type Stored = typeof drafts.$inferSelect;
export type DraftRow = Omit<Stored, "answers"> & { answers: Answers };
/** One that is just begun: nothing was seen of it, and nobody comes back to it. */
export type NewDraftRow = Omit<DraftRow, "kept" | "journey"> &
  Partial<Pick<DraftRow, "kept" | "journey">>;

export async function insertDraft(tx: Tx, row: NewDraftRow): Promise<void> {
  await tx.writes
    .insert(drafts)
    .values({ ...row, answers: seal(tx, row.id, row.answers) })
    .run();
}

/** Every page that is shown asks it. */
const findQuery = hot((query) =>
  query
    .select()
    .from(drafts)
    .where(eq(drafts.id, sql.placeholder("id")))
    .prepare(),
);

export async function findDraft(db: Db | Tx, id: string): Promise<DraftRow | undefined> {
  const row = await findQuery(db.reads).get({ id });
  return (
    row && { ...row, answers: db.vault.open({ table: "drafts", row: id }, row.answers) as Answers }
  );
}

/** Keep what has changed in a draft; false when it has become a process. */
export async function saveDraft(
  tx: Tx,
  id: string,
  { answers, ...changed }: Partial<Omit<DraftRow, "id" | "process">>,
): Promise<boolean> {
  const saved = await tx.writes
    .update(drafts)
    .set({ ...changed, ...(answers && { answers: seal(tx, id, answers) }) })
    .where(and(eq(drafts.id, id), isNull(drafts.process)))
    .returning({ id: drafts.id })
    .get();
  return saved !== undefined;
}

/** End a draft: its answers now live in the process. False when another submission was first. */
export async function endDraft(tx: Tx, id: string, process: string): Promise<boolean> {
  const ended = await tx.writes
    .update(drafts)
    .set({ process, answers: seal(tx, id, {}) })
    .where(and(eq(drafts.id, id), isNull(drafts.process)))
    .returning({ kept: drafts.kept })
    .get();
  if (ended?.kept) await forgetReturn(tx, id);
  return ended !== undefined;
}

/** Forget a draft and the answers in it; false when it has become a process. */
export async function deleteDraft(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.writes
    .delete(drafts)
    .where(and(eq(drafts.id, id), isNull(drafts.process)))
    .returning({ kept: drafts.kept })
    .get();
  if (gone?.kept) await forgetReturn(tx, id);
  return gone !== undefined;
}

/** Nobody comes back to it any more. Its links lead nowhere, and count as letters that were sent until they are idle. */
export async function forgetReturn(tx: Tx, draft: string): Promise<void> {
  await tx.writes.delete(draftReturns).where(eq(draftReturns.draft, draft)).run();
  await tx.writes.update(draftLinks).set({ draft: "" }).where(eq(draftLinks.draft, draft)).run();
}

function seal({ vault }: Tx, id: string, answers: Answers): Buffer {
  return vault.seal({ table: "drafts", row: id }, answers);
}
