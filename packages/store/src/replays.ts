import type { Actor } from "@guildhall/contract";
import { and, asc, desc, eq, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { type Part, partOf } from "./part.ts";
import { replayItems, replays } from "./schema/mending.ts";
import { outbox } from "./schema/outbox.ts";
import { type StuckSelection, standing, whereStuck } from "./stuck.ts";

type Stored = typeof replays.$inferSelect;
export interface ReplayRow
  extends Pick<Stored, "id" | "at" | "rewrite" | "useLive" | "state" | "endedAt"> {
  readonly actor: Actor;
  /** What was asked for, as it was given. */
  readonly selection: StuckSelection;
}
export type NewReplay = Pick<
  ReplayRow,
  "id" | "at" | "actor" | "selection" | "rewrite" | "useLive"
>;
export type ReplayItemRow = typeof replayItems.$inferSelect;

/** Write a replay down with every delivery of its selection, as they are now. */
export async function insertReplay(tx: Tx, { actor, selection, ...row }: NewReplay): Promise<void> {
  await tx.writes
    .insert(replays)
    .values({
      ...row,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      filter: JSON.stringify(selection),
      state: "running",
    })
    .run();
  const items = tx.reads
    .select({
      replay: sql<string>`${row.id}`.as("replay"),
      delivery: outbox.id,
      state: sql<"waiting">`'waiting'`.as("state"),
      code: sql<null>`null`.as("code"),
    })
    .from(outbox)
    .where(whereStuck(selection));
  await tx.writes.insert(replayItems).select(items).run();
}

export async function findReplay(db: Db | Tx, id: string): Promise<ReplayRow | undefined> {
  const row = await db.reads.select().from(replays).where(eq(replays.id, id)).get();
  return row && open(row);
}

export async function listReplays(
  db: Db,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<Part<ReplayRow>> {
  const rows = await db.reads
    .select()
    .from(replays)
    .where(before === undefined ? undefined : lt(replays.id, before))
    .orderBy(desc(replays.id))
    .limit(limit + 1)
    .all();
  return partOf(rows.map(open), limit);
}

/** The replays that are not through, the oldest first. */
export async function listRunningReplays(db: Db | Tx): Promise<ReplayRow[]> {
  const rows = await db.reads
    .select()
    .from(replays)
    .where(sql`${replays.state} = 'running'`)
    .orderBy(asc(replays.id))
    .all();
  return rows.map(open);
}

/** The next deliveries of a replay that wait for their turn. */
export async function nextReplayItems(
  db: Db | Tx,
  replay: string,
  limit: number,
): Promise<string[]> {
  const rows = await db.reads
    .select({ delivery: replayItems.delivery })
    .from(replayItems)
    .where(and(eq(replayItems.replay, replay), sql`${replayItems.state} = 'waiting'`))
    .orderBy(asc(replayItems.delivery))
    .limit(limit)
    .all();
  return rows.map(({ delivery }) => delivery);
}

/** Write down what became of a delivery in a replay; false when that was written down before. */
export async function settleReplayItem(
  tx: Tx,
  { replay, delivery }: Pick<ReplayItemRow, "replay" | "delivery">,
  leftOut?: string,
): Promise<boolean> {
  const row = await tx.writes
    .update(replayItems)
    .set(leftOut === undefined ? { state: "replayed" } : { state: "left-out", code: leftOut })
    .where(
      and(
        eq(replayItems.replay, replay),
        eq(replayItems.delivery, delivery),
        sql`${replayItems.state} = 'waiting'`,
      ),
    )
    .returning({ delivery: replayItems.delivery })
    .get();
  return row !== undefined;
}

export async function endReplay(tx: Tx, id: string, endedAt: number): Promise<void> {
  await tx.writes.update(replays).set({ state: "done", endedAt }).where(eq(replays.id, id)).run();
}

/** How many of a replay wait, were sent again, or were left out and why. */
export async function countReplayItems(
  db: Db | Tx,
  replay: string,
): Promise<(Pick<ReplayItemRow, "state" | "code"> & { count: number })[]> {
  return db.reads
    .select({ state: replayItems.state, code: replayItems.code, count: sql<number>`count(*)` })
    .from(replayItems)
    .where(eq(replayItems.replay, replay))
    .groupBy(replayItems.state, replayItems.code)
    .all();
}

/** Where the deliveries that a replay has sent again stand now. */
export async function countStanding(
  db: Db | Tx,
  replay: string,
): Promise<{ state: string; count: number }[]> {
  return db.reads
    .select({ state: standing, count: sql<number>`count(*)` })
    .from(replayItems)
    .innerJoin(outbox, eq(outbox.id, replayItems.delivery))
    .where(and(eq(replayItems.replay, replay), eq(replayItems.state, "replayed")))
    .groupBy(standing)
    .all();
}

function open({ actorKind, actorId, actorName, filter, ...row }: Stored): ReplayRow {
  return {
    ...row,
    // Written by `insertReplay`, from an actor and a selection.
    actor: { kind: actorKind as Actor["kind"], id: actorId, name: actorName },
    selection: JSON.parse(filter) as StuckSelection,
  };
}
