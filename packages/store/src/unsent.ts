import { and, eq, gte, max, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { outbox } from "./schema/outbox.ts";

/** Messages of a channel that were not sent for one reason. */
export interface UnsentGroup {
  readonly channel: string;
  readonly code: string | null;
  readonly count: number;
}

/** Count the messages that wait for a person and were owed from the id `since` on, by channel and code. */
export async function groupUnsent(db: Db | Tx, since: string): Promise<UnsentGroup[]> {
  return db.reads
    .select({ channel: outbox.destination, code: outbox.lastCode, count: sql<number>`count(*)` })
    .from(outbox)
    .where(
      and(
        // Written out, since bound states would not be matched to the partial index.
        sql`${outbox.state} in ('refused','held','dead')`,
        eq(outbox.kind, "message"),
        gte(outbox.id, since),
      ),
    )
    .groupBy(outbox.destination, outbox.lastCode)
    .orderBy(max(outbox.id))
    .all();
}
