import { and, count, eq, gt, inArray, isNotNull, isNull, lt, notInArray, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { followers } from "./schema/following.ts";
import { processes } from "./schema/processes.ts";

type Stored = typeof followers.$inferSelect;

interface Details {
  readonly email: string;
  readonly language: "en" | "cy";
}

/** Somebody who is told of another's request, with where to write to. */
export type FollowerRow = Omit<Stored, "details" | "emailIndex"> & Details;

/** Write down that somebody asks to follow, or follows because of what they sent themselves. */
export async function insertFollower(
  tx: Tx,
  {
    email,
    language,
    ...row
  }: Omit<FollowerRow, "confirmedAt" | "mergedFrom"> &
    Partial<Pick<FollowerRow, "confirmedAt" | "mergedFrom">>,
): Promise<void> {
  const details = tx.vault.seal(placeOf(row.id), { email, language });
  await tx.writes
    .insert(followers)
    .values({ ...row, emailIndex: indexOf(tx, email), details })
    .run();
}

/** Note that a follower was sent the link once more. */
export async function touchFollower(tx: Tx, id: string, askedAt: number): Promise<void> {
  await tx.writes.update(followers).set({ askedAt }).where(eq(followers.id, id)).run();
}

export async function findFollower(db: Db | Tx, id: string): Promise<FollowerRow | undefined> {
  const row = await db.reads.select().from(followers).where(eq(followers.id, id)).get();
  return row && open(db, row);
}

/** The follower of a process who has an address. Of two with one index the first stands for both. */
export async function findFollowerBy(
  db: Db | Tx,
  { process, email }: { readonly process: string; readonly email: string },
): Promise<FollowerRow | undefined> {
  const row = await db.reads
    .select()
    .from(followers)
    .where(and(eq(followers.process, process), eq(followers.emailIndex, indexOf(db, email))))
    .get();
  return row && open(db, row);
}

/** Begin to tell a follower of what happens; false where they are told already, or are none. */
export async function confirmFollower(tx: Tx, id: string, confirmedAt: number): Promise<boolean> {
  const row = await tx.writes
    .update(followers)
    .set({ confirmedAt })
    .where(and(eq(followers.id, id), isNull(followers.confirmedAt)))
    .returning({ id: followers.id })
    .get();
  return row !== undefined;
}

/** Tell a follower from now on as somebody whose own request was a duplicate. */
export async function followMerged(
  tx: Tx,
  id: string,
  { confirmedAt, mergedFrom }: { readonly confirmedAt: number; readonly mergedFrom: string },
): Promise<void> {
  await confirmFollower(tx, id, confirmedAt);
  await tx.writes.update(followers).set({ mergedFrom }).where(eq(followers.id, id)).run();
}

/** Let those who followed a process because of a duplicate of theirs follow another, where they do not already. */
export async function moveMergedFollowers(tx: Tx, from: string, to: string): Promise<void> {
  const there = tx.reads
    .select({ index: followers.emailIndex })
    .from(followers)
    .where(eq(followers.process, to));
  await tx.writes
    .update(followers)
    .set({ process: to })
    .where(
      and(
        eq(followers.process, from),
        isNotNull(followers.mergedFrom),
        notInArray(followers.emailIndex, there),
      ),
    )
    .run();
}

/** Forget a follower; undefined where there was none any more. */
export async function removeFollower(
  tx: Tx,
  id: string,
): Promise<Pick<Stored, "process" | "confirmedAt"> | undefined> {
  return tx.writes
    .delete(followers)
    .where(eq(followers.id, id))
    .returning({ process: followers.process, confirmedAt: followers.confirmedAt })
    .get();
}

/** Those who are told of what happens to a process, by their ids alone: all of them, or whose own duplicates it took in. */
export async function listFollowerIds(
  db: Db | Tx,
  process: string,
  who: "all" | "merged" = "all",
): Promise<string[]> {
  const isAsked = who === "merged" ? isNotNull(followers.mergedFrom) : undefined;
  const rows = await db.reads
    .select({ id: followers.id })
    .from(followers)
    .where(and(eq(followers.process, process), isNotNull(followers.confirmedAt), isAsked))
    .orderBy(followers.id)
    .all();
  return rows.map(({ id }) => id);
}

/** How many are told of what happens to each of these processes. */
export async function countFollowers(
  db: Db | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.reads
    .select({ process: followers.process, n: count() })
    .from(followers)
    .where(and(inArray(followers.process, [...ids]), isNotNull(followers.confirmedAt)))
    .groupBy(followers.process)
    .all();
  return new Map(rows.map(({ process, n }) => [process, n]));
}

/** How many wishes for a process were confirmed, and how many came since then, confirmed or not. */
export async function countWishes(
  db: Db | Tx,
  { process, since }: { readonly process: string; readonly since: number },
): Promise<{ readonly confirmed: number; readonly lately: number }> {
  const row = await db.reads
    .select({
      confirmed: count(followers.confirmedAt),
      lately: sql<number | null>`sum(asked_at > ${since})`,
    })
    .from(followers)
    .where(eq(followers.process, process))
    .get();
  return { confirmed: row?.confirmed ?? 0, lately: row?.lately ?? 0 };
}

/** For how many processes an address was sent the link since then. */
export async function countWishesOf(
  db: Db | Tx,
  { email, since }: { readonly email: string; readonly since: number },
): Promise<number> {
  const row = await db.reads
    .select({ n: count() })
    .from(followers)
    .where(and(eq(followers.emailIndex, indexOf(db, email)), gt(followers.askedAt, since)))
    .get();
  return row?.n ?? 0;
}

/** Forget who has not confirmed in time, and whose request ended so long ago or is gone. */
export async function forgetFollowers(
  tx: Tx,
  { asked, ended }: { readonly asked: number; readonly ended: number },
): Promise<void> {
  await tx.writes
    .delete(followers)
    .where(and(isNull(followers.confirmedAt), lt(followers.askedAt, asked)))
    .run();
  const stays = tx.reads
    .select({ one: sql`1` })
    .from(processes)
    .where(
      sql`${processes.id} = ${followers.process} and coalesce(${processes.endedAt}, ${ended}) >= ${ended}`,
    );
  await tx.writes.delete(followers).where(sql`not exists ${stays}`).run();
}

function indexOf({ vault }: Db | Tx, email: string): number {
  return vault.blind("follower-email", email);
}

/** Under these places nothing else is sealed. */
function open({ vault }: Db | Tx, { details, emailIndex: _, ...row }: Stored): FollowerRow {
  return { ...row, ...(vault.open(placeOf(row.id), details) as Details) };
}

function placeOf(row: string) {
  return { table: "followers", row };
}
