import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import type { OutboxState } from "./outbox.ts";
import { outbox } from "./schema/outbox.ts";
import { processes } from "./schema/processes.ts";
import { receipts } from "./schema/receipts.ts";

export type ReceiptRow = typeof receipts.$inferSelect;

/**
 * Write down what became of a message; false where that says nothing new.
 *
 * What came back has not arrived, whatever was said before it; what is said a second time is said once.
 */
export async function putReceipt(tx: Tx, row: Omit<ReceiptRow, "applied">): Promise<boolean> {
  const put = await tx.writes
    .insert(receipts)
    .values(row)
    .onConflictDoUpdate({
      target: receipts.message,
      set: { ...row, applied: false },
      setWhere: sql`${receipts.fate} = 'received' and excluded.fate = 'bounced'`,
    })
    .returning({ message: receipts.message })
    .get();
  return put !== undefined;
}

const findQuery = hot((query) =>
  query
    .select()
    .from(receipts)
    .where(eq(receipts.message, sql.placeholder("message")))
    .prepare(),
);

export async function findReceipt(db: Db | Tx, message: string): Promise<ReceiptRow | undefined> {
  return findQuery(db.reads).get({ message });
}

/** Remember that what follows from a receipt was done. */
export async function markApplied(tx: Tx, message: string): Promise<void> {
  await tx.writes
    .update(receipts)
    .set({ applied: true })
    .where(eq(receipts.message, message))
    .run();
}

/** Give a message that was handed over, or that nobody knows of whether it was, another end; false where it stands otherwise. */
export async function endHandedOver(
  tx: Tx,
  id: string,
  end: { state: Exclude<OutboxState, "queued" | "pending">; lastCode: string | null; at: number },
): Promise<boolean> {
  const ended = await tx.writes
    .update(outbox)
    .set({ state: end.state, lastCode: end.lastCode, settledAt: end.at, body: null })
    .where(and(eq(outbox.id, id), inArray(outbox.state, ["accepted", "held"])))
    .returning({ id: outbox.id })
    .get();
  return ended !== undefined;
}

/** Say anew by which channels the person of a process can be told. */
export async function setToldBy(tx: Tx, process: string, toldBy: string): Promise<void> {
  await tx.writes.update(processes).set({ toldBy }).where(eq(processes.id, process)).run();
}
