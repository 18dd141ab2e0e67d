import { and, asc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { type OutboxRow, type OutboxState, placeOf } from "./outbox.ts";
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

/** What every attempt of a row sends, or undefined where that is not known yet or is not kept any more. */
export async function openBody(db: Db | Tx, id: string): Promise<unknown> {
  const row = await findQuery(db.reads).get({ id });
  return row?.body ? db.vault.open(placeOf({ id }), row.body) : undefined;
}

/** All that is or was owed for processes, in the order it arose. */
export async function listOutbox(db: Db | Tx, processIds: readonly string[]): Promise<OutboxRow[]> {
  if (processIds.length === 0) return [];
  return db.reads
    .select(outboxColumns)
    .from(outbox)
    .where(inArray(outbox.process, [...processIds]))
    .orderBy(asc(outbox.id))
    .all();
}

/** Where a process goes, and how far it has got there. */
export type DestinationRow = Pick<
  OutboxRow,
  "id" | "process" | "destination" | "state" | "attempts" | "reference" | "lastCode" | "settledAt"
>;

/** What follows a case goes where the case went. */
const isCase = sql`kind = 'delivery' and operation = 'create'`;
const destinationColumns = {
  id: outbox.id,
  process: outbox.process,
  destination: outbox.destination,
  state: outbox.state,
  attempts: outbox.attempts,
  reference: outbox.reference,
  lastCode: outbox.lastCode,
  settledAt: outbox.settledAt,
};
const destinationsQuery = hot((query) =>
  query
    .select(destinationColumns)
    .from(outbox)
    .where(and(eq(outbox.process, sql.placeholder("process")), isCase))
    .orderBy(asc(outbox.id))
    .prepare(),
);

/** The cases that are or were owed for processes, in the order they arose. */
export async function listDestinations(
  db: Db,
  processIds: readonly string[],
): Promise<DestinationRow[]> {
  const [first, ...others] = processIds;
  if (first === undefined) return [];
  // One process at a time is what everybody asks for who follows it.
  if (others.length === 0) return destinationsQuery(db.reads).all({ process: first });
  return db.reads
    .select(destinationColumns)
    .from(outbox)
    .where(and(inArray(outbox.process, [...processIds]), isCase))
    .orderBy(asc(outbox.id))
    .all();
}

const casesQuery = hot((query) =>
  query
    .select({ purpose: outbox.purpose, destination: outbox.destination })
    .from(outbox)
    .where(and(eq(outbox.process, sql.placeholder("process")), isCase))
    .orderBy(asc(outbox.id))
    .prepare(),
);

/** By which mapping each case of a process is or was owed, and to whom, in the order they arose. */
export async function listCases(
  db: Db | Tx,
  process: string,
): Promise<Pick<OutboxRow, "purpose" | "destination">[]> {
  return casesQuery(db.reads).all({ process });
}

/** The delivery that a back office calls by this reference: a case, or what was done to one. */
export async function findDeliveryByReference(
  db: Db | Tx,
  connector: string,
  reference: string,
  operation: OutboxRow["operation"] = "create",
): Promise<OutboxRow | undefined> {
  return db.reads
    .select(outboxColumns)
    .from(outbox)
    .where(
      and(
        eq(outbox.destination, connector),
        eq(outbox.reference, reference),
        eq(outbox.operation, operation),
        sql`reference is not null`,
      ),
    )
    .get();
}

/** How many rows are owed, under way or a person's, by state; what was accepted is past counting. */
export async function countOutbox(db: Db): Promise<Partial<Record<OutboxState, number>>> {
  const counted = await Promise.all(unsettledCounts(db).map((query) => query.all()));
  return Object.fromEntries(counted.flat().map(({ state, count }) => [state, count]));
}

/** @internal A query for each partial index, its condition written as the index's is, so that no other row is read. */
export function unsettledCounts({ reads }: Db) {
  const conditions = [
    sql`state = 'pending'`,
    sql`state = 'queued'`,
    sql`state IN ('refused','held','dead')`,
  ];
  return conditions.map((which) =>
    reads
      .select({ state: outbox.state, count: sql<number>`count(*)` })
      .from(outbox)
      .where(which)
      .groupBy(outbox.state),
  );
}
