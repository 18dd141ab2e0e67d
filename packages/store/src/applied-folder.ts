import type { Db, Tx } from "./db.ts";
import { appliedFolder } from "./schema/reference-data.ts";

/** The digest of the folder that this tenant is as; undefined once anything was changed by another way. */
export async function findAppliedFolder(db: Db): Promise<string | undefined> {
  return (await db.reads.select().from(appliedFolder).get())?.digest;
}

/** Remember what the folder said, as the last thing of applying it: any change after it ends that. */
export async function putAppliedFolder(tx: Tx, digest: string): Promise<void> {
  await tx.writes
    .insert(appliedFolder)
    .values({ one: 1, digest })
    .onConflictDoUpdate({ target: appliedFolder.one, set: { digest } })
    .run();
}
