import { eq, sql } from "drizzle-orm";
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
