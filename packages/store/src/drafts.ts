import type { Answers } from "@guildhall/contract";
import { and, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { drafts } from "./schema/processes.ts";

type Stored = typeof drafts.$inferSelect;
export type DraftRow = Omit<Stored, "answers"> & { answers: Answers };

export async function insertDraft(tx: Tx, row: DraftRow): Promise<void> {
  await tx.writes
    .insert(drafts)
    .values({ ...row, answers: seal(tx, row.id, row.answers) })
    .run();
}

export async function findDraft(db: Db | Tx, id: string): Promise<DraftRow | undefined> {
  const row = await db.reads.select().from(drafts).where(eq(drafts.id, id)).get();
  return (
    row && { ...row, answers: db.vault.open({ table: "drafts", row: id }, row.answers) as Answers }
  );
}

/** Keep the answers so far; false when the draft has become a process. */
export async function saveDraft(tx: Tx, id: string, answers: Answers): Promise<boolean> {
  const saved = await tx.writes
    .update(drafts)
    .set({ answers: seal(tx, id, answers) })
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
    .returning({ id: drafts.id })
    .get();
  return ended !== undefined;
}

/** Forget a draft and the answers in it; false when it has become a process. */
export async function deleteDraft(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.writes
    .delete(drafts)
    .where(and(eq(drafts.id, id), isNull(drafts.process)))
    .returning({ id: drafts.id })
    .get();
  return gone !== undefined;
}

function seal({ vault }: Tx, id: string, answers: Answers): Buffer {
  return vault.seal({ table: "drafts", row: id }, answers);
}
