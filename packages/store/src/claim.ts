import { eq } from "drizzle-orm";
import type { Db } from "./db.ts";
import { StoreFault } from "./fault.ts";
import { meta } from "./schema/platform.ts";
import { transact } from "./transact.ts";

/**
 * Write the tenant's name into a database that was just made.
 *
 * @throws StoreFault `wrong-tenant` when it says another's
 */
export async function claim(db: Db): Promise<void> {
  await transact(db, async (tx) => {
    await tx.writes
      .insert(meta)
      .values({ key: "tenant", value: db.tenant })
      .onConflictDoNothing()
      .run();
  });
  await checkClaim(db);
}

/**
 * Make sure that a database is the one that was made for this tenant.
 *
 * One that is empty is not: a lost disk must not look like a council with no citizens.
 *
 * @throws StoreFault `wrong-tenant` when it says another's, `unreadable` when it says nobody's
 */
export async function checkClaim(db: Db): Promise<void> {
  const owner = await ownerOf(db);
  if (owner === undefined) throw new StoreFault("unreadable");
  if (owner !== db.tenant) throw new StoreFault("wrong-tenant");
}

async function ownerOf(db: Db): Promise<string | undefined> {
  try {
    const row = await db.reads.select().from(meta).where(eq(meta.key, "tenant")).get();
    return row?.value;
  } catch (error) {
    // SQL that is right everywhere else fails where the table is not there.
    if (error instanceof StoreFault && error.code === "failed") return undefined;
    throw error;
  }
}
