import { Container } from "@guildhall/contract";
import { eq } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { containers } from "./schema/synchronisation.ts";

/** What has become known of a process beside its answers; undefined where nothing has. */
export async function findContainer(db: Db | Tx, process: string): Promise<Container | undefined> {
  const row = await db.reads.select().from(containers).where(eq(containers.process, process)).get();
  return row && Container.parse(db.vault.open({ table: "containers", row: process }, row.details));
}

export async function putContainer(
  tx: Tx,
  process: string,
  { container, updatedAt }: { readonly container: Container; readonly updatedAt: number },
): Promise<void> {
  const row = {
    details: tx.vault.seal({ table: "containers", row: process }, container),
    updatedAt,
  };
  await tx.writes
    .insert(containers)
    .values({ process, ...row })
    .onConflictDoUpdate({ target: containers.process, set: row })
    .run();
}
