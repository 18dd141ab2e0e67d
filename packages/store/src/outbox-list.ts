import { and, asc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import type { OutboxRow, OutboxState } from "./outbox.ts";
import { outbox } from "./schema/outbox.ts";

const { body: _sealed, ...outboxColumns } = getTableColumns(outbox);

const findQuery = hot((query) =>
  query
    .select()
    .from(outbox)
    .where(eq(outbox.id, sql.placeholder("id")))
    .prepare(),
);

export async function findOutbox(
  db: Db | Tx,
  id: string,
): Promise<(OutboxRow & { frozen: boolean }) | undefined> {
  const row = await findQuery(db.reads).get({ id });
  if (!row) return undefined;
  const { body, ...open } = row;
  return { ...open, frozen: body !== null };
}

/** All that is or was owed for a process, in the order it arose. */
export async function listOutbox(db: Db | Tx, processIds: readonly string[]): Promise<OutboxRow[]> {
  if (processIds.length === 0) return [];
  return db.reads
    .select(outboxColumns)
    .from(outbox)
    .where(inArray(outbox.process, [...processIds]))
    .orderBy(asc(outbox.id))
    .all();
}

/** The delivery that a back office calls by this reference. */
export async function findDeliveryByReference(
  db: Db | Tx,
  connector: string,
  reference: string,
): Promise<OutboxRow | undefined> {
  return db.reads
    .select(outboxColumns)
    .from(outbox)
    .where(
      and(
        eq(outbox.destination, connector),
        eq(outbox.reference, reference),
        sql`reference is not null`,
      ),
    )
    .get();
}

/** How many rows there are in each state. */
export async function countOutbox(db: Db): Promise<Partial<Record<OutboxState, number>>> {
  const rows = await db.reads
    .select({ state: outbox.state, count: sql<number>`count(*)` })
    .from(outbox)
    .groupBy(outbox.state)
    .all();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** How many rows are handed over and not yet settled. */
export async function countQueued(db: Db, now: number): Promise<number> {
  const row = await db.reads
    .select({ count: sql<number>`count(*)` })
    .from(outbox)
    .where(and(sql`state = 'queued'`, sql`lease_until > ${now}`))
    .get();
  return row?.count ?? 0;
}
