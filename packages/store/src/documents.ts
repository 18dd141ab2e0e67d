import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { documents } from "./schema/documents.ts";

type Stored = typeof documents.$inferSelect;
interface Details {
  readonly name: string;
  readonly key: string;
  /** What it shows, in the words of whoever sent it. */
  readonly label?: string | undefined;
}
/** A file, with the name it came with and the key that opens its bytes. */
export type DocumentRow = Omit<Stored, "details"> & Details;
/** One that nothing has looked at, unless it says otherwise. */
export type NewDocumentRow = Omit<DocumentRow, "state" | "thumbnail"> &
  Partial<Pick<DocumentRow, "state">>;

export async function insertDocument(
  tx: Tx,
  { name, key, label, state = "unscanned", ...row }: NewDocumentRow,
): Promise<void> {
  const details = seal(tx, row.id, { name, key, label });
  await tx.writes
    .insert(documents)
    .values({ ...row, state, details })
    .run();
}

/** Say what a file of a draft shows; false where it is no draft's any more. */
export async function relabelDocument(
  tx: Tx,
  { id, name, key }: Pick<DocumentRow, "id" | "name" | "key">,
  label: string | undefined,
): Promise<boolean> {
  const changed = await tx.writes
    .update(documents)
    .set({ details: seal(tx, id, { name, key, label }) })
    .where(and(eq(documents.id, id), isNotNull(documents.draft)))
    .returning({ id: documents.id })
    .get();
  return changed !== undefined;
}

/** Write down what was found in a file that waited for it; undefined where another was first, or it is gone. */
export async function settleDocument(
  tx: Tx,
  id: string,
  state: "clean" | "infected",
): Promise<DocumentRow | undefined> {
  const row = await tx.writes
    .update(documents)
    .set({ state })
    .where(and(eq(documents.id, id), eq(documents.state, "pending-scan")))
    .returning()
    .get();
  return row && open(tx, row);
}

/** Forget where the bytes of an infected file were, once they are gone. */
export async function forgetBytes(tx: Tx, id: string): Promise<void> {
  await tx.writes
    .update(documents)
    .set({ storage: "", thumbnail: "" })
    .where(and(eq(documents.id, id), eq(documents.state, "infected")))
    .run();
}

/** Keep where a file's small picture is, or that there is none; false where that was known before. */
export async function keepThumbnail(tx: Tx, id: string, thumbnail: string): Promise<boolean> {
  const kept = await tx.writes
    .update(documents)
    .set({ thumbnail })
    .where(and(eq(documents.id, id), isNull(documents.thumbnail)))
    .returning({ id: documents.id })
    .get();
  return kept !== undefined;
}

/** The files that wait to be looked at, or whose bytes have to go, the oldest first. */
export async function listToSeeTo(db: Db | Tx, limit: number): Promise<string[]> {
  const rows = await db.reads
    .select({ id: documents.id })
    .from(documents)
    .where(sql`state = 'pending-scan' or (state = 'infected' and storage <> '')`)
    .orderBy(asc(documents.id))
    .limit(limit)
    .all();
  return rows.map(({ id }) => id);
}

export async function findDocument(db: Db | Tx, id: string): Promise<DocumentRow | undefined> {
  const row = await db.reads.select().from(documents).where(eq(documents.id, id)).get();
  return row && open(db, row);
}

/** Every page that is shown asks it. */
const ofDraftQuery = hot((query) =>
  query
    .select()
    .from(documents)
    .where(eq(documents.draft, sql.placeholder("draft")))
    .orderBy(asc(documents.id))
    .prepare(),
);

export async function listDraftDocuments(db: Db | Tx, draft: string): Promise<DocumentRow[]> {
  const rows = await ofDraftQuery(db.reads).all({ draft });
  return rows.map((row) => open(db, row));
}

const ofProcessQuery = hot((query) =>
  query
    .select()
    .from(documents)
    .where(eq(documents.process, sql.placeholder("process")))
    .orderBy(asc(documents.id))
    .prepare(),
);

export async function listProcessDocuments(db: Db | Tx, process: string): Promise<DocumentRow[]> {
  const rows = await ofProcessQuery(db.reads).all({ process });
  return rows.map((row) => open(db, row));
}

/** Hand a draft's files over to the process that it became: all of them, or those that are named. */
export async function adoptDocuments(
  tx: Tx,
  draft: string,
  process: string,
  named?: readonly string[],
): Promise<void> {
  const isNamed = named && inArray(documents.id, [...named]);
  await tx.writes
    .update(documents)
    .set({ process, draft: null })
    .where(and(eq(documents.draft, draft), isNamed))
    .run();
}

/** Every file that is kept, one part after the other: of documents, and of their small pictures. */
export async function* keptFiles(
  db: Db,
): AsyncGenerator<Pick<DocumentRow, "id" | "storage" | "key" | "thumbnail">> {
  for (let after = ""; ; ) {
    const rows = await db.reads
      .select()
      .from(documents)
      .where(gt(documents.id, after))
      .orderBy(asc(documents.id))
      .limit(500)
      .all();
    for (const row of rows) if (row.storage !== "") yield open(db, row);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

export async function deleteDocument(tx: Tx, id: string): Promise<void> {
  await tx.writes.delete(documents).where(eq(documents.id, id)).run();
}

function seal({ vault }: Tx, row: string, details: Details): Buffer {
  return vault.seal({ table: "documents", row }, details);
}

function open({ vault }: Db | Tx, { details, ...row }: Stored): DocumentRow {
  // Written by `seal` above.
  const opened = vault.open({ table: "documents", row: row.id }, details) as Details;
  return { ...row, ...opened };
}
