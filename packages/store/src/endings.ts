import { and, between, count, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { type Part, partOf } from "./part.ts";
import type { ProcessStatus } from "./processes.ts";
import { notFixed, ratings } from "./schema/endings.ts";
import { events } from "./schema/events.ts";
import { processes } from "./schema/processes.ts";

export type NotFixedRow = typeof notFixed.$inferSelect;

export async function insertNotFixed(
  tx: Tx,
  row: Omit<NotFixedRow, "draft" | "processAnew"> & { readonly draft?: string },
): Promise<void> {
  await tx.writes.insert(notFixed).values(row).run();
}

/** Everybody who follows a process of their own that has ended asks these two. */
const notFixedQuery = hot((query) =>
  query
    .select()
    .from(notFixed)
    .where(eq(notFixed.process, sql.placeholder("process")))
    .orderBy(notFixed.id)
    .prepare(),
);
const isRatedQuery = hot((query) =>
  query
    .select({ id: ratings.id })
    .from(ratings)
    .where(eq(ratings.process, sql.placeholder("process")))
    .prepare(),
);

/** Each time that somebody said it of a process, first to last. */
export async function listNotFixed(db: Db | Tx, process: string): Promise<NotFixedRow[]> {
  return notFixedQuery(db.reads).all({ process });
}

/** Every form that is sent asks it. */
const findByDraft = hot((query) =>
  query
    .select({ process: notFixed.process })
    .from(notFixed)
    .where(eq(notFixed.draft, sql.placeholder("draft")))
    .prepare(),
);

/** Write down which process a form that was begun anew became, and what it continues; nothing where it was not. */
export async function continueFrom(tx: Tx, draft: string, process: string): Promise<void> {
  const row = await findByDraft(tx.reads).get({ draft });
  if (!row) return;
  await tx.writes
    .update(notFixed)
    .set({ processAnew: process })
    .where(eq(notFixed.draft, draft))
    .run();
  await tx.writes
    .update(processes)
    .set({ continues: row.process })
    .where(eq(processes.id, process))
    .run();
}

/** Open a process again that has ended; false where it is open. */
export async function reopenProcess(
  tx: Tx,
  id: string,
  to: { stage: string; respondBy: number },
): Promise<boolean> {
  const ended: readonly ProcessStatus[] = ["completed", "closed", "referred"];
  const row = await tx.writes
    .update(processes)
    .set({ ...to, status: "open", endedAt: null })
    .where(and(eq(processes.id, id), inArray(processes.status, ended)))
    .returning({ id: processes.id })
    .get();
  return row !== undefined;
}

type StoredRating = typeof ratings.$inferSelect;
export type RatingRow = Omit<StoredRating, "words"> & { readonly words: string | undefined };

/** Write a rating down; false where there is one of its process. */
export async function insertRating(tx: Tx, { words, ...row }: RatingRow): Promise<boolean> {
  const sealed = words === undefined ? null : tx.vault.seal(wordsOf(row.id), words);
  const inserted = await tx.writes
    .insert(ratings)
    .values({ ...row, words: sealed })
    .onConflictDoNothing()
    .returning({ id: ratings.id })
    .get();
  return inserted !== undefined;
}

export async function isRated(db: Db | Tx, process: string): Promise<boolean> {
  return (await isRatedQuery(db.reads).get({ process })) !== undefined;
}

/** What was said of a service, newest first. */
export async function listRatings(
  db: Db,
  { service, limit, before }: { service: string; limit: number; before?: string | undefined },
): Promise<Part<RatingRow>> {
  const rows = await db.reads
    .select()
    .from(ratings)
    .where(
      and(eq(ratings.service, service), before === undefined ? undefined : lt(ratings.id, before)),
    )
    .orderBy(desc(ratings.id))
    .limit(limit + 1)
    .all();
  return partOf(
    rows.map((row) => openRating(db, row)),
    limit,
  );
}

/** How often each score was given for a service in a time, both ends with it. */
export async function countRatings(
  db: Db,
  service: string,
  { from, to }: { from: number; to: number },
): Promise<{ score: number; count: number }[]> {
  return db.reads
    .select({ score: ratings.score, count: count() })
    .from(ratings)
    .where(and(eq(ratings.service, service), between(ratings.at, from, to)))
    .groupBy(ratings.score)
    .all();
}

/** Forget the ratings whose time is over. */
export async function forgetRatings(tx: Tx, now: number): Promise<void> {
  await tx.writes.delete(ratings).where(lt(ratings.forgetAt, now)).run();
}

/** Processes of other services are looked over too, and nobody is to wait for that. */
const mostLookedAt = 10_000;

/** What happened in the latest processes of a service that tells of a stage or tells its citizen, in order. */
export async function listToldOf(
  db: Db,
  service: string,
  { types, most }: { types: readonly string[]; most: number },
): Promise<Pick<typeof events.$inferSelect, "process" | "type" | "at" | "data">[]> {
  const { process, type, at, data } = events;
  const lately = db.reads
    .select({ id: processes.id, service: processes.service })
    .from(processes)
    .orderBy(desc(processes.id))
    .limit(mostLookedAt)
    .as("lately");
  const latest = db.reads
    .select({ id: lately.id })
    .from(lately)
    .where(eq(lately.service, service))
    .limit(most);
  return db.reads
    .select({ process, type, at, data })
    .from(events)
    .where(and(sql`${process} in ${latest}`, inArray(type, [...types])))
    .orderBy(events.seq)
    .all();
}

/** Under the id of a rating nothing else is sealed. */
function openRating({ vault }: Db, { words, ...row }: StoredRating): RatingRow {
  const opened = words === null ? undefined : (vault.open(wordsOf(row.id), words) as string);
  return { ...row, words: opened };
}

function wordsOf(row: string) {
  return { table: "ratings", row };
}
