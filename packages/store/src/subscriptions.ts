import { and, asc, count, eq, gt, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { apiKeys } from "./schema/keys.ts";
import { subscriptions } from "./schema/subscriptions.ts";

export type SubscriptionRow = typeof subscriptions.$inferSelect;

/** A subscription with what its owner's key is worth, where it is a key's. */
export interface Subscriber {
  readonly row: SubscriptionRow;
  readonly key: { scopes: string; expiresAt: number; revokedAt: number | null } | undefined;
}

export async function insertSubscription(tx: Tx, row: SubscriptionRow): Promise<void> {
  await tx.writes.insert(subscriptions).values(row).run();
}

export async function findSubscription(
  db: Db | Tx,
  id: string,
): Promise<SubscriptionRow | undefined> {
  return db.reads.select().from(subscriptions).where(eq(subscriptions.id, id)).get();
}

/** Subscriptions from the oldest, those of one owner where one is given. */
export async function listSubscriptions(
  db: Db,
  { owner, after = "", limit }: { owner?: string | undefined; after?: string; limit: number },
): Promise<SubscriptionRow[]> {
  const ofOwner = owner === undefined ? undefined : eq(subscriptions.ownerId, owner);
  return db.reads
    .select()
    .from(subscriptions)
    .where(and(ofOwner, gt(subscriptions.id, after)))
    .orderBy(asc(subscriptions.id))
    .limit(limit)
    .all();
}

/** How many subscriptions there are, and how many of them are one owner's. */
export async function countSubscriptions(
  tx: Tx,
  owner: string,
): Promise<{ all: number; own: number }> {
  const own = sql<number>`coalesce(sum(${subscriptions.ownerId} = ${owner}), 0)`;
  const counted = await tx.reads.select({ all: count(), own }).from(subscriptions).get();
  return counted ?? { all: 0, own: 0 };
}

/** Change a subscription that is still as it was read; undefined when somebody changed it since. */
export async function moveSubscription(
  tx: Tx,
  { id, revision }: Pick<SubscriptionRow, "id" | "revision">,
  to: Partial<Omit<SubscriptionRow, "id" | "revision">>,
): Promise<SubscriptionRow | undefined> {
  return tx.writes
    .update(subscriptions)
    .set({ ...to, revision: revision + 1 })
    .where(and(eq(subscriptions.id, id), eq(subscriptions.revision, revision)))
    .returning()
    .get();
}

/** Stop calling a subscriber; false where it is not called any more already. */
export async function disableSubscription(tx: Tx, id: string, reason: string): Promise<boolean> {
  const row = await tx.writes
    .update(subscriptions)
    .set({
      state: "disabled",
      disabledReason: reason,
      revision: sql`${subscriptions.revision} + 1`,
    })
    .where(and(eq(subscriptions.id, id), eq(subscriptions.state, "active")))
    .returning({ id: subscriptions.id })
    .get();
  return row !== undefined;
}

export async function deleteSubscription(tx: Tx, id: string): Promise<void> {
  await tx.writes.delete(subscriptions).where(eq(subscriptions.id, id)).run();
}

const key = {
  scopes: apiKeys.scopes,
  expiresAt: apiKeys.expiresAt,
  revokedAt: apiKeys.revokedAt,
};

/** A subscription, and what the key of its owner is worth. */
export async function findSubscriber(db: Db, id: string): Promise<Subscriber | undefined> {
  const found = await withKeys(db).where(eq(subscriptions.id, id)).get();
  return found && { row: found.row, key: found.key ?? undefined };
}

/** Whoever is to be called, newest last. */
export async function listSubscribers(db: Db | Tx): Promise<Subscriber[]> {
  const found = await withKeys(db)
    .where(eq(subscriptions.state, "active"))
    .orderBy(asc(subscriptions.id))
    .all();
  return found.map(({ row, key: of }) => ({ row, key: of ?? undefined }));
}

function withKeys(db: Db | Tx) {
  return db.reads
    .select({ row: subscriptions, key })
    .from(subscriptions)
    .leftJoin(apiKeys, eq(apiKeys.id, subscriptions.ownerId));
}
