import { and, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { apiKeys } from "./schema/platform.ts";

export type ApiKeyRow = typeof apiKeys.$inferSelect;

export async function insertApiKey(tx: Tx, row: ApiKeyRow): Promise<void> {
  await tx.writes.insert(apiKeys).values(row).run();
}

export async function findApiKey(db: Db, id: string): Promise<ApiKeyRow | undefined> {
  return db.reads.select().from(apiKeys).where(eq(apiKeys.id, id)).get();
}

/** End a key now; false when there is none that still works. */
export async function revokeApiKey(tx: Tx, id: string, revokedAt: number): Promise<boolean> {
  const row = await tx.writes
    .update(apiKeys)
    .set({ revokedAt })
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id })
    .get();
  return row !== undefined;
}
