import { and, desc, eq, or } from "drizzle-orm";
import type { Db } from "./db.ts";
import type { EventRow } from "./events.ts";
import { agreements } from "./schema/agreements.ts";
import { domains, keyIndex, tenants } from "./schema/directory.ts";
import { events } from "./schema/events.ts";
import { recipeTakers } from "./schema/recipes.ts";
import { tenantHealth } from "./schema/tenant-health.ts";
import { transact } from "./transact.ts";

/**
 * Destroy a tenant's key and all that the directory says of it: what was encrypted with it can be read by nobody.
 *
 * The key is written over before its row goes, so that it is not left lying in the file. Its agreements go too: whoever
 * has its id later is no side of them.
 */
export async function removeTenant(directory: Db, id: string): Promise<void> {
  await transact(directory, async (tx) => {
    const row = await tx.reads.select().from(tenants).where(eq(tenants.id, id)).get();
    if (!row) return;
    const wrappedKey = "0".repeat(row.wrappedKey.length);
    await tx.writes.update(tenants).set({ wrappedKey }).where(eq(tenants.id, id)).run();
  });
  await transact(directory, async (tx) => {
    await tx.writes.delete(tenants).where(eq(tenants.id, id)).run();
    await tx.writes.delete(domains).where(eq(domains.tenant, id)).run();
    await tx.writes.delete(keyIndex).where(eq(keyIndex.tenant, id)).run();
    await tx.writes.delete(tenantHealth).where(eq(tenantHealth.tenant, id)).run();
    await tx.writes
      .delete(agreements)
      .where(or(eq(agreements.owner, id), eq(agreements.serving, id)))
      .run();
    await tx.writes.delete(recipeTakers).where(eq(recipeTakers.tenant, id)).run();
  });
}

/** The latest event of a type that happened to something. */
export async function lastEventOf(
  db: Db,
  { type, subject }: Pick<EventRow, "type" | "subject">,
): Promise<EventRow | undefined> {
  const row = await db.reads
    .select()
    .from(events)
    .where(and(eq(events.type, type), eq(events.subject, subject)))
    .orderBy(desc(events.seq))
    .limit(1)
    .get();
  return row;
}
