import type { PaymentOrder } from "@guildhall/contract";
import { and, asc, desc, eq, inArray, isNotNull, lte, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { payments } from "./schema/payments.ts";

type Stored = typeof payments.$inferSelect;
export type PaymentRow = Omit<Stored, "orderSent" | "nextUrl" | "reminded" | "waived"> & {
  readonly nextUrl: string | undefined;
  readonly reminded: boolean;
  readonly waived: boolean;
};
export type NewPaymentRow = Pick<
  Stored,
  "id" | "process" | "step" | "connector" | "amount" | "createdAt" | "lookAt"
>;
type Status = Stored["status"];

/**
 * Write down a payment that is to be made; those of the same step that came to nothing are not looked at any more.
 *
 * @throws StoreFault `constraint` when another of the same step is under way or made
 */
export async function insertPayment(tx: Tx, row: NewPaymentRow): Promise<PaymentRow> {
  await tx.writes
    .update(payments)
    .set({ lookAt: null })
    .where(and(eq(payments.process, row.process), eq(payments.step, row.step)))
    .run();
  const stored = await tx.writes
    .insert(payments)
    .values({ ...row, status: "new", reminded: 0, waived: 0 })
    .returning()
    .get();
  return open(tx, stored);
}

export async function findPayment(db: Db | Tx, id: string): Promise<PaymentRow | undefined> {
  const row = await db.reads.select().from(payments).where(eq(payments.id, id)).get();
  return row && open(db, row);
}

const ofProcessQuery = hot((query) =>
  query
    .select()
    .from(payments)
    .where(eq(payments.process, sql.placeholder("process")))
    .orderBy(asc(payments.id))
    .prepare(),
);

/** The payments of processes, oldest first. */
export async function listPayments(
  db: Db | Tx,
  processes: readonly string[],
): Promise<PaymentRow[]> {
  const [first, ...others] = processes;
  if (first === undefined) return [];
  // One process at a time is what everybody asks for who follows it.
  const rows =
    others.length === 0
      ? await ofProcessQuery(db.reads).all({ process: first })
      : await db.reads
          .select()
          .from(payments)
          .where(inArray(payments.process, [...processes]))
          .orderBy(asc(payments.id))
          .all();
  return rows.map((row) => open(db, row));
}

/** The last payment of a process that was made. */
export async function findPaid(db: Db | Tx, process: string): Promise<PaymentRow | undefined> {
  const row = await db.reads
    .select()
    .from(payments)
    .where(and(eq(payments.process, process), eq(payments.status, "paid")))
    .orderBy(desc(payments.id))
    .get();
  return row && open(db, row);
}

/**
 * Freeze what the provider is asked, and give what every attempt asks.
 *
 * Undefined when the provider has answered by now.
 */
export async function freezeOrder(
  tx: Tx,
  id: string,
  order: PaymentOrder,
): Promise<PaymentOrder | undefined> {
  const sealed = tx.vault.seal(orderOf(id), order);
  const row = await tx.writes
    .update(payments)
    .set({ orderSent: sql`coalesce(${payments.orderSent}, ${sealed})` })
    .where(and(eq(payments.id, id), eq(payments.status, "new")))
    .returning({ orderSent: payments.orderSent })
    .get();
  // Under this row's name nothing but an order is sealed.
  return row?.orderSent ? (tx.vault.open(orderOf(id), row.orderSent) as PaymentOrder) : undefined;
}

/** What may be said of a payment anew. */
export interface PaymentChange {
  readonly status?: Status;
  readonly reference?: string;
  /** Null takes it away. */
  readonly nextUrl?: string | null;
  readonly lastCode?: string | null;
  readonly reminded?: true;
  readonly waived?: true;
  readonly endedAt?: number;
  readonly lookAt?: number | null;
}

/** Change a payment, only if it is still in one of the states `from`; undefined when it is not. */
export async function movePayment(
  tx: Tx,
  id: string,
  from: readonly Status[],
  { nextUrl, reminded, waived, ...plain }: PaymentChange,
): Promise<PaymentRow | undefined> {
  const sealed =
    nextUrl === undefined
      ? {}
      : { nextUrl: nextUrl === null ? null : tx.vault.seal(nextOf(id), nextUrl) };
  const row = await tx.writes
    .update(payments)
    .set({
      ...plain,
      ...sealed,
      ...(reminded ? { reminded: 1 } : {}),
      ...(waived ? { waived: 1 } : {}),
    })
    .where(and(eq(payments.id, id), inArray(payments.status, [...from])))
    .returning()
    .get();
  return row && open(tx, row);
}

/** Look at a payment no sooner than at a time; one that nobody needs to look at stays so. */
export async function delayPaymentLook(tx: Tx, id: string, lookAt: number): Promise<void> {
  await tx.writes
    .update(payments)
    .set({ lookAt })
    .where(and(eq(payments.id, id), isNotNull(payments.lookAt)))
    .run();
}

/** Have a payment that is under way looked at; false when the provider's reference names none. */
export async function hurryPayment(
  tx: Tx,
  { connector, reference, at }: { connector: string; reference: string; at: number },
): Promise<boolean> {
  const row = await tx.writes
    .update(payments)
    .set({ lookAt: at })
    .where(
      and(
        eq(payments.connector, connector),
        eq(payments.reference, reference),
        inArray(payments.status, ["created", "started", "submitted"]),
      ),
    )
    .returning({ id: payments.id })
    .get();
  return row !== undefined;
}

/** The payments that somebody should look at now, the longest due first. */
export async function listDuePayments(db: Db, now: number, limit: number): Promise<PaymentRow[]> {
  const rows = await db.reads
    .select()
    .from(payments)
    .where(and(isNotNull(payments.lookAt), lte(payments.lookAt, now)))
    .orderBy(asc(payments.lookAt))
    .limit(limit)
    .all();
  return rows.map((row) => open(db, row));
}

/** When the next payment should be looked at, if any should. */
export async function nextPaymentLook(db: Db): Promise<number | undefined> {
  const row = await db.reads
    .select({ at: sql<number | null>`min(look_at)` })
    .from(payments)
    .where(isNotNull(payments.lookAt))
    .get();
  return row?.at ?? undefined;
}

function orderOf(id: string) {
  return { table: "payments", row: `${id}/order` };
}

function nextOf(id: string) {
  return { table: "payments", row: `${id}/next` };
}

function open(
  { vault }: Db | Tx,
  { orderSent: _, nextUrl, reminded, waived, ...row }: Stored,
): PaymentRow {
  return {
    ...row,
    reminded: reminded === 1,
    waived: waived === 1,
    // Under this row's name nothing but an address is sealed.
    nextUrl: nextUrl === null ? undefined : (vault.open(nextOf(row.id), nextUrl) as string),
  };
}
