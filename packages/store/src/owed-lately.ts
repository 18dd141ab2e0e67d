import { and, eq, gte, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { outbox } from "./schema/outbox.ts";

/** How much was owed about one thing since the first id that could have been given at a moment. */
export async function countOwedSince(
  { reads }: Db | Tx,
  { about, firstId }: { readonly about: string; readonly firstId: string },
): Promise<number> {
  const counted = await reads
    .select({ count: sql<number>`count(*)` })
    .from(outbox)
    .where(and(eq(outbox.process, about), gte(outbox.id, firstId)))
    .get();
  return counted?.count ?? 0;
}
