import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { apiKeys } from "./schema/keys.ts";

export type ApiKeyRow = typeof apiKeys.$inferSelect;
type NewApiKeyRow = typeof apiKeys.$inferInsert;

export async function insertApiKey(tx: Tx, row: NewApiKeyRow): Promise<ApiKeyRow> {
  return tx.writes.insert(apiKeys).values(row).returning().get();
}

export async function findApiKey(db: Db | Tx, id: string): Promise<ApiKeyRow | undefined> {
  return db.reads.select().from(apiKeys).where(eq(apiKeys.id, id)).get();
}

/** Keys, newest first, those that have ended among them; from the one after `after` on. */
export async function listApiKeys(
  db: Db,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<ApiKeyRow[]> {
  const place = sql`(${apiKeys.createdAt}, ${apiKeys.id})`;
  const last = sql`(SELECT created_at, id FROM api_keys WHERE id = ${after})`;
  return db.reads
    .select()
    .from(apiKeys)
    .where(after === undefined ? undefined : sql`${place} < ${last}`)
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(limit)
    .all();
}

/** The ids of all keys that ever were, for the directory's index. */
export async function listApiKeyIds(db: Db): Promise<string[]> {
  const rows = await db.reads.select({ id: apiKeys.id }).from(apiKeys).all();
  return rows.map(({ id }) => id);
}

/** Change a key that was not revoked; undefined when there is none. */
export async function changeApiKey(
  tx: Tx,
  id: string,
  to: Partial<Omit<NewApiKeyRow, "id">>,
): Promise<ApiKeyRow | undefined> {
  return tx.writes
    .update(apiKeys)
    .set(to)
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning()
    .get();
}

/** End a key now; false when there is none that still works. */
export async function revokeApiKey(tx: Tx, id: string, revokedAt: number): Promise<boolean> {
  return (await changeApiKey(tx, id, { revokedAt })) !== undefined;
}
