import type { Exchange } from "@guildhall/contract";
import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { attempts } from "./schema/outbox.ts";

type Stored = typeof attempts.$inferSelect;

/** What an attempt at a delivery came to, and the calls that it was made of. */
export type AttemptRow = Omit<Stored, "exchanges" | "connector"> & {
  readonly exchanges: readonly Exchange[];
};

export type NewAttempt = Pick<
  Stored,
  "delivery" | "attempt" | "begunAt" | "endedAt" | "outcome"
> & {
  readonly code?: string | undefined;
  readonly connector?: string | undefined;
  /** Kept sealed: what a back office answers may hold personal data. */
  readonly exchanges?: readonly Exchange[] | undefined;
};

const insertQuery = hot((query) =>
  query
    .insert(attempts)
    .values({
      delivery: sql.placeholder("delivery"),
      attempt: sql.placeholder("attempt"),
      begunAt: sql.placeholder("begunAt"),
      endedAt: sql.placeholder("endedAt"),
      outcome: sql.placeholder("outcome"),
      code: sql.placeholder("code"),
      connector: sql.placeholder("connector"),
      exchanges: sql.placeholder("exchanges"),
    } as never)
    .onConflictDoNothing()
    .prepare(),
);

/** Write down what an attempt came to; the first answer counts that is given to one. */
export async function insertAttempt(tx: Tx, attempt: NewAttempt): Promise<void> {
  const { exchanges = [], code = null, connector = null, ...row } = attempt;
  const sealed = exchanges.length === 0 ? null : tx.vault.seal(placeOf(attempt), exchanges);
  await insertQuery(tx.writes).run({ ...row, code, connector, exchanges: sealed });
}

/** The attempts at a delivery that were answered or given up, the first first. */
export async function listAttempts(db: Db | Tx, delivery: string): Promise<AttemptRow[]> {
  const rows = await db.reads
    .select()
    .from(attempts)
    .where(eq(attempts.delivery, delivery))
    .orderBy(asc(attempts.attempt))
    .all();
  return rows.map(({ exchanges, connector: _, ...row }) => ({
    ...row,
    // Sealed by us under this place and no other: what opens is what was written.
    exchanges: exchanges ? (db.vault.open(placeOf(row), exchanges) as Exchange[]) : [],
  }));
}

/** What an attempt at a delivery came to, in short. */
export type AttemptOutcome = Omit<AttemptRow, "exchanges">;

/** What the attempts at a delivery came to, without their calls. */
export async function listOutcomes(db: Db | Tx, delivery: string): Promise<AttemptOutcome[]> {
  const { exchanges, connector, ...columns } = getTableColumns(attempts);
  return db.reads.select(columns).from(attempts).where(eq(attempts.delivery, delivery)).all();
}

/** How many attempts at a delivery ended with a code. */
export async function countAttempts(db: Db | Tx, delivery: string, code: string): Promise<number> {
  return db.reads.$count(attempts, and(eq(attempts.delivery, delivery), eq(attempts.code, code)));
}

function placeOf({ delivery, attempt }: Pick<Stored, "delivery" | "attempt">) {
  return { table: "attempts", row: `${delivery} ${attempt}` };
}
