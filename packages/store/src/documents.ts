import { asc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { documents } from "./schema/documents.ts";

type Stored = typeof documents.$inferSelect;
/** A file, with the name it came with and the key that opens its bytes. */
export type DocumentRow = Omit<Stored, "details"> & { name: string; key: string };

export async function insertDocument(tx: Tx, { name, key, ...row }: DocumentRow): Promise<void> {
  const details = tx.vault.seal({ table: "documents", row: row.id }, { name, key });
  await tx.writes
    .insert(documents)
    .values({ ...row, details })
    .run();
}

export async function findDocument(db: Db | Tx, id: string): Promise<DocumentRow | undefined> {
  const row = await db.reads.select().from(documents).where(eq(documents.id, id)).get();
  return row && open(db, row);
}

export async function listDraftDocuments(db: Db | Tx, draft: string): Promise<DocumentRow[]> {
  const rows = await db.reads
    .select()
    .from(documents)
    .where(eq(documents.draft, draft))
    .orderBy(asc(documents.id))
    .all();
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

/** Hand a draft's files over to the process that it became. */
export async function adoptDocuments(tx: Tx, draft: string, process: string): Promise<void> {
  await tx.writes
    .update(documents)
    .set({ process, draft: null })
    .where(eq(documents.draft, draft))
    .run();
}

export async function deleteDocument(tx: Tx, id: string): Promise<void> {
  await tx.writes.delete(documents).where(eq(documents.id, id)).run();
}

function open({ vault }: Db | Tx, { details, ...row }: Stored): DocumentRow {
  const { name, key } = vault.open({ table: "documents", row: row.id }, details) as {
    name: string;
    key: string;
  };
  return { ...row, name, key };
}
