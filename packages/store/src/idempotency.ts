import { and, eq, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { idempotency } from "./schema/platform.ts";

/** What was answered before to a request of this id. */
export interface Remembered {
  readonly requestDigest: string;
  readonly response: unknown;
}

const insertQuery = hot((query) =>
  query
    .insert(idempotency)
    .values({
      id: sql.placeholder("id"),
      requestDigest: sql.placeholder("requestDigest"),
      response: sql.placeholder("response"),
      at: sql.placeholder("at"),
    } as never)
    .prepare(),
);
const findQuery = hot((query) =>
  query
    .select()
    .from(idempotency)
    .where(eq(idempotency.id, sql.placeholder("id")))
    .prepare(),
);

/** Remember an answer beside the change that it tells of. */
export async function insertAnswer(
  tx: Tx,
  row: { id: string; requestDigest: string; response: unknown; at: number },
): Promise<void> {
  await insertQuery(tx.writes).run({
    ...row,
    response: tx.vault.seal({ table: "idempotency", row: row.id }, row.response),
  });
}

export async function findAnswer(db: Db | Tx, id: string): Promise<Remembered | undefined> {
  const row = await findQuery(db.reads).get({ id });
  if (!row) return undefined;
  return {
    requestDigest: row.requestDigest,
    response: db.vault.open({ table: "idempotency", row: id }, row.response),
  };
}

/** Forget answers from before a time, the first written first and no more than `limit`; gives how many there were. */
export async function forgetAnswers(
  tx: Tx,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<number> {
  // In the order they were written, which is that of their times: no index is needed to find the oldest.
  const first = sql`(SELECT rowid FROM ${idempotency} ORDER BY rowid LIMIT ${limit})`;
  const gone = await tx.writes
    .delete(idempotency)
    .where(and(sql`rowid IN ${first}`, lt(idempotency.at, before)))
    .returning({ id: idempotency.id })
    .all();
  return gone.length;
}
