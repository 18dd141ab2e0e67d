import { and, asc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { notes } from "./schema/notes.ts";
import { noteSources } from "./schema/synchronisation.ts";

type Stored = typeof notes.$inferSelect;
export type NoteRow = Omit<Stored, "contents" | "visible"> & { contents: string; visible: boolean };

export async function insertNote(tx: Tx, { contents, visible, ...row }: NoteRow): Promise<void> {
  const sealed = tx.vault.seal({ table: "notes", row: row.id }, contents);
  await tx.writes
    .insert(notes)
    .values({ ...row, visible: visible ? 1 : 0, contents: sealed })
    .run();
}

const ofProcessQuery = hot((query) =>
  query
    .select()
    .from(notes)
    .where(eq(notes.process, sql.placeholder("process")))
    .orderBy(asc(notes.id))
    .prepare(),
);

/** The notes of a process in the order they were added. */
export async function listNotes(db: Db | Tx, process: string): Promise<NoteRow[]> {
  const rows = await ofProcessQuery(db.reads).all({ process });
  return rows.map((row) => open(db, row));
}

export async function findNote(db: Db | Tx, id: string): Promise<NoteRow | undefined> {
  const row = await db.reads.select().from(notes).where(eq(notes.id, id)).get();
  return row && open(db, row);
}

/** A note as a back office knows it. */
export type NoteSource = typeof noteSources.$inferSelect;

/** What a back office calls the notes of a case that are known here. */
export async function listNoteKeys(
  db: Db | Tx,
  { connector, record }: Pick<NoteSource, "connector" | "record">,
): Promise<ReadonlySet<string>> {
  const rows = await db.reads
    .select({ key: noteSources.key })
    .from(noteSources)
    .where(and(eq(noteSources.connector, connector), eq(noteSources.record, record)))
    .all();
  return new Set(rows.map(({ key }) => key));
}

/** Whether a note of ours is known to be one of a case in a back office. */
export async function hasNoteSource(
  db: Db | Tx,
  { connector, record, note }: Omit<NoteSource, "key">,
): Promise<boolean> {
  const found = await db.reads
    .select({ key: noteSources.key })
    .from(noteSources)
    .where(
      and(
        eq(noteSources.connector, connector),
        eq(noteSources.record, record),
        eq(noteSources.note, note),
      ),
    )
    .get();
  return found !== undefined;
}

/** Remember which of our notes a back office's note is. */
export async function insertNoteSource(tx: Tx, source: NoteSource): Promise<void> {
  await tx.writes.insert(noteSources).values(source).onConflictDoNothing().run();
}

function open({ vault }: Db | Tx, row: Stored): NoteRow {
  const contents = vault.open({ table: "notes", row: row.id }, row.contents) as string;
  return { ...row, visible: row.visible === 1, contents };
}
