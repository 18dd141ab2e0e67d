import { asc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { breakers } from "./schema/outbox.ts";

/** Whether a connector is spoken to at all, as all processes see it; one that never failed has no row. */
export type BreakerRow = typeof breakers.$inferSelect;

const findQuery = hot((query) =>
  query
    .select()
    .from(breakers)
    .where(eq(breakers.connector, sql.placeholder("connector")))
    .prepare(),
);
const listQuery = hot((query) =>
  query.select().from(breakers).orderBy(asc(breakers.connector)).prepare(),
);

export async function findBreaker(db: Db | Tx, connector: string): Promise<BreakerRow | undefined> {
  return findQuery(db.reads).get({ connector });
}

export async function listBreakers(db: Db | Tx): Promise<BreakerRow[]> {
  return listQuery(db.reads).all();
}

export async function putBreaker(tx: Tx, row: BreakerRow): Promise<void> {
  const { connector, ...state } = row;
  await tx.writes
    .insert(breakers)
    .values(row)
    .onConflictDoUpdate({ target: breakers.connector, set: state })
    .run();
}
