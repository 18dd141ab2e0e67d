import { and, desc, eq, gt, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { type Part, partOf } from "./part.ts";
import { alarms } from "./schema/mending.ts";

type Stored = typeof alarms.$inferSelect;
/** An alarm with what was said when it was acknowledged. */
export type AlarmRow = Omit<Stored, "words"> & { readonly words: string | undefined };
export type AlarmKindStored = Stored["kind"];
export type NewAlarm = Pick<Stored, "id" | "kind" | "subject" | "role" | "data" | "raisedAt">;

const isOpen = isNull(alarms.endedAt);

/**
 * Count an alarm that is open, or ended after `endedSince`, once more, and open it again; undefined where there is none.
 *
 * What was acknowledged stays so: whoever looks after it is at it.
 */
export async function repeatAlarm(
  tx: Tx,
  { kind, subject }: Pick<Stored, "kind" | "subject">,
  { at, endedSince, data }: { at: number; endedSince: number; data: string },
): Promise<AlarmRow | undefined> {
  const latest = await tx.reads
    .select({ id: alarms.id })
    .from(alarms)
    .where(
      and(
        eq(alarms.kind, kind),
        eq(alarms.subject, subject),
        or(isOpen, gt(alarms.endedAt, endedSince)),
      ),
    )
    .orderBy(desc(alarms.id))
    .limit(1)
    .get();
  if (!latest) return undefined;
  const row = await tx.writes
    .update(alarms)
    .set({ count: sql`${alarms.count} + 1`, lastAt: at, endedAt: null, data })
    .where(eq(alarms.id, latest.id))
    .returning()
    .get();
  return row && open(tx, row);
}

export async function insertAlarm(tx: Tx, row: NewAlarm): Promise<AlarmRow> {
  const { raisedAt } = row;
  const stored = await tx.writes
    .insert(alarms)
    .values({ ...row, count: 1, lastAt: raisedAt, mailedAt: raisedAt })
    .returning()
    .get();
  return open(tx, stored);
}

export async function findAlarm(db: Db | Tx, id: string): Promise<AlarmRow | undefined> {
  const row = await db.reads.select().from(alarms).where(eq(alarms.id, id)).get();
  return row && open(db, row);
}

/** The alarms that have not ended, of these kinds where some are named, the newest first. */
export async function listOpenAlarms(
  db: Db | Tx,
  kinds?: readonly AlarmKindStored[],
): Promise<AlarmRow[]> {
  const rows = await db.reads
    .select()
    .from(alarms)
    .where(and(isOpen, kinds && inArray(alarms.kind, [...kinds])))
    .orderBy(desc(alarms.id))
    .all();
  return rows.map((row) => open(db, row));
}

/** Alarms, newest first; `ended` tells those that have from those that have not. */
export async function listAlarms(
  db: Db,
  { limit, before, ended }: { limit: number; before?: string | undefined; ended?: boolean },
): Promise<Part<AlarmRow>> {
  const rows = await db.reads
    .select()
    .from(alarms)
    .where(
      and(
        before === undefined ? undefined : lt(alarms.id, before),
        ended === undefined ? undefined : ended ? sql`ended_at is not null` : isOpen,
      ),
    )
    .orderBy(desc(alarms.id))
    .limit(limit + 1)
    .all();
  return partOf(
    rows.map((row) => open(db, row)),
    limit,
  );
}

/** Write down who has seen an alarm, once; undefined where it has ended or was acknowledged before. */
export async function acknowledgeAlarmRow(
  tx: Tx,
  id: string,
  { at, by, words }: { at: number; by: string; words: string | undefined },
): Promise<AlarmRow | undefined> {
  const row = await tx.writes
    .update(alarms)
    .set({
      acknowledgedAt: at,
      acknowledgedBy: by,
      words: words === undefined ? null : tx.vault.seal(placeOf(id), words),
    })
    .where(and(eq(alarms.id, id), isOpen, isNull(alarms.acknowledgedAt)))
    .returning()
    .get();
  return row && open(tx, row);
}

/** End the open alarm of a kind and subject; undefined where there is none. */
export async function endAlarmRow(
  tx: Tx,
  { kind, subject }: Pick<Stored, "kind" | "subject">,
  endedAt: number,
): Promise<AlarmRow | undefined> {
  const row = await tx.writes
    .update(alarms)
    .set({ endedAt })
    .where(and(eq(alarms.kind, kind), eq(alarms.subject, subject), isOpen))
    .returning()
    .get();
  return row && open(tx, row);
}

/** The open alarms that nobody has acknowledged, and of which nobody was written to since. */
export async function listUnansweredAlarms(db: Db | Tx, mailedBy: number): Promise<AlarmRow[]> {
  const rows = await db.reads
    .select()
    .from(alarms)
    .where(and(isOpen, isNull(alarms.acknowledgedAt), lte(alarms.mailedAt, mailedBy)))
    .orderBy(desc(alarms.id))
    .all();
  return rows.map((row) => open(db, row));
}

export async function noteAlarmMailed(tx: Tx, id: string, mailedAt: number): Promise<void> {
  await tx.writes.update(alarms).set({ mailedAt }).where(eq(alarms.id, id)).run();
}

function open({ vault }: Db | Tx, { words, ...row }: Stored): AlarmRow {
  // Under an alarm's row nothing but words is sealed.
  const said = words === null ? undefined : (vault.open(placeOf(row.id), words) as string);
  return { ...row, words: said };
}

function placeOf(row: string) {
  return { table: "alarms", row };
}
