import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Db, OpenTransaction } from "./db.ts";
import { StoreFault } from "./fault.ts";
import type { Migration } from "./migrations/index.ts";
import { meta } from "./schema/platform.ts";

/**
 * Bring a database forward to the last migration and return the names of those that ran.
 *
 * All that is missing runs in one transaction, so a process that dies half-way leaves nothing half done, and two
 * that start together run each step once.
 *
 * @throws StoreFault `migration-changed` when one that has run is no longer the one we know
 */
export async function migrate(db: Db, migrations: readonly Migration[]): Promise<string[]> {
  const transaction = await db.writer.begin();
  try {
    await transaction.exec(
      "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    );
    const ran: string[] = [];
    for (const migration of migrations) {
      if (await runOnce(transaction, migration)) ran.push(migration.name);
    }
    await transaction.commit();
    return ran;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

async function runOnce(transaction: OpenTransaction, { name, sql }: Migration): Promise<boolean> {
  const key = `migration/${name}`;
  const value = createHash("sha256").update(sql).digest("hex");
  const known = await transaction.database.select().from(meta).where(eq(meta.key, key)).get();
  if (known?.value === value) return false;
  if (known) throw new StoreFault("migration-changed", name);
  await transaction.exec(sql);
  await transaction.database.insert(meta).values({ key, value }).run();
  return true;
}
