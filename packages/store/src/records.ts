import { and, asc, eq, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { records, seenChanges } from "./schema/synchronisation.ts";

type Stored = typeof records.$inferSelect;
/** What a case of a back office stood at last. */
export type RecordRow = Omit<Stored, "mapped"> & { readonly mapped: boolean };

export async function findRecord(
  db: Db | Tx,
  connector: string,
  record: string,
): Promise<RecordRow | undefined> {
  const row = await db.reads
    .select()
    .from(records)
    .where(and(eq(records.connector, connector), eq(records.record, record)))
    .get();
  return row && open(row);
}

export async function putRecord(tx: Tx, { mapped, ...row }: RecordRow): Promise<void> {
  const { connector: _, record: __, ...set } = { ...row, mapped: mapped ? 1 : 0 };
  await tx.writes
    .insert(records)
    .values({ ...row, mapped: set.mapped })
    .onConflictDoUpdate({ target: [records.connector, records.record], set })
    .run();
}

/** The cases that stand at a status nobody has said the meaning of. */
export async function listUnmappedRecords(db: Db, limit: number): Promise<RecordRow[]> {
  const rows = await db.reads
    .select()
    .from(records)
    // Written as the index's condition is, so that no other row is read.
    .where(sql`mapped = 0`)
    .orderBy(asc(records.connector), asc(records.record))
    .limit(limit)
    .all();
  return rows.map(open);
}

/** A change of a case in a back office. */
export interface SeenChange {
  readonly connector: string;
  readonly reference: string;
  readonly changeKey: string;
  /** When it was made, as the back office says. */
  readonly at: number;
}

/**
 * Remember a change; false when it was taken in before.
 *
 * A back office that keeps no times has one key for each return to a state: such a change is another when it is
 * later than before, and something else was seen between.
 */
export async function seeChange(tx: Tx, seen: SeenChange, seenAt: number): Promise<boolean> {
  const { connector, reference, changeKey, at } = seen;
  const record = await findRecord(tx, connector, reference);
  if (record?.changeKey === changeKey) return false;
  const row = await tx.writes
    .insert(seenChanges)
    .values({ ...seen, seenAt })
    .onConflictDoUpdate({
      target: [seenChanges.connector, seenChanges.reference, seenChanges.changeKey],
      set: { at, seenAt },
      setWhere: lt(seenChanges.at, at),
    })
    .returning({ at: seenChanges.at })
    .get();
  return row !== undefined;
}

/** Tell whether a change was taken in before. */
export async function wasSeen(
  db: Db | Tx,
  { connector, reference, changeKey, at }: SeenChange,
): Promise<boolean> {
  if ((await findRecord(db, connector, reference))?.changeKey === changeKey) return true;
  const row = await db.reads
    .select({ at: seenChanges.at })
    .from(seenChanges)
    .where(
      and(
        eq(seenChanges.connector, connector),
        eq(seenChanges.reference, reference),
        eq(seenChanges.changeKey, changeKey),
      ),
    )
    .get();
  return row !== undefined && row.at >= at;
}

/** Forget changes that were seen before a time, no more than `limit`; gives how many there were. */
export async function forgetChanges(
  tx: Tx,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<number> {
  const old = await tx.reads
    .select()
    .from(seenChanges)
    .where(lt(seenChanges.seenAt, before))
    .orderBy(asc(seenChanges.seenAt))
    .limit(limit)
    .all();
  for (const { connector, reference, changeKey } of old) {
    await tx.writes
      .delete(seenChanges)
      .where(
        and(
          eq(seenChanges.connector, connector),
          eq(seenChanges.reference, reference),
          eq(seenChanges.changeKey, changeKey),
        ),
      )
      .run();
  }
  return old.length;
}

function open({ mapped, ...row }: Stored): RecordRow {
  return { ...row, mapped: mapped === 1 };
}
