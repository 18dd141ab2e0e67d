import { eq } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { digests } from "./schema/mending.ts";

/** The day on which a person last had the morning's letter. */
export async function findDigestDay(db: Db | Tx, person: string): Promise<string | undefined> {
  const row = await db.reads.select().from(digests).where(eq(digests.person, person)).get();
  return row?.day;
}

export async function putDigestDay(tx: Tx, person: string, day: string): Promise<void> {
  await tx.writes
    .insert(digests)
    .values({ person, day })
    .onConflictDoUpdate({ target: digests.person, set: { day } })
    .run();
}
