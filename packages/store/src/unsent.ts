import { and, between, eq, gte, isNotNull, max, notInArray, sql } from "drizzle-orm";
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

/** End a letter that nobody can mend, and forget what it says and whom it was to. */
export async function letLetterGo(tx: Tx, id: string, settledAt: number): Promise<void> {
  await tx.writes
    .update(outbox)
    .set({ state: "handled", body: null, settledAt })
    .where(eq(outbox.id, id))
    .run();
}

/** End the letters to those who ask to follow that could not be sent, and forget what they say. */
export async function letFollowerLettersGo(tx: Tx, settledAt: number): Promise<void> {
  const { process, state, body } = outbox;
  await tx.writes
    .update(outbox)
    .set({ state: "handled", body: null, settledAt })
    .where(
      and(
        // As the ids of followers begin, so that nothing else is looked through.
        between(process, "flw_", "flw`"),
        notInArray(state, ["pending", "queued"]),
        isNotNull(body),
      ),
    )
    .run();
}
