import { and, asc, count, eq, gt, inArray, lt, ne, or } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { accessRequests } from "./schema/access.ts";

type Stored = typeof accessRequests.$inferSelect;
export type AccessState = Stored["state"];

/** Who asks for access, and what for. */
export interface AccessDetails {
  readonly organisation: string;
  readonly purpose: string;
  readonly contact: { readonly name: string; readonly email: string };
}

export type AccessRequestRow = Omit<Stored, "details" | "reason"> & {
  details: AccessDetails;
  reason: string | null;
};

export async function insertAccessRequest(tx: Tx, row: AccessRequestRow): Promise<void> {
  await tx.writes
    .insert(accessRequests)
    .values({ ...row, ...sealed(tx, row) })
    .run();
}

export async function findAccessRequest(
  db: Db | Tx,
  id: string,
): Promise<AccessRequestRow | undefined> {
  const row = await db.reads.select().from(accessRequests).where(eq(accessRequests.id, id)).get();
  return row && open(db, row);
}

/** Requests after `after`, in the order in which they were made. */
export async function listAccessRequests(
  db: Db,
  { state, after = "", limit }: { state?: AccessState; after?: string | undefined; limit: number },
): Promise<AccessRequestRow[]> {
  const rows = await db.reads
    .select()
    .from(accessRequests)
    .where(
      and(
        gt(accessRequests.id, after),
        state === undefined ? undefined : eq(accessRequests.state, state),
      ),
    )
    .orderBy(asc(accessRequests.id))
    .limit(limit)
    .all();
  return rows.map((row) => open(db, row));
}

/** How many requests in one of these states were made since. */
export async function countAccessRequests(
  db: Db | Tx,
  states: AccessState[],
  since: number,
): Promise<number> {
  const row = await db.reads
    .select({ n: count() })
    .from(accessRequests)
    .where(and(inArray(accessRequests.state, states), gt(accessRequests.askedAt, since)))
    .get();
  return row?.n ?? 0;
}

/** Move a request on, only if it is still in the state `from`; undefined when it is not. */
export async function moveAccessRequest(
  tx: Tx,
  { id, from }: { id: string; from: AccessState },
  { reason, ...to }: Partial<Omit<AccessRequestRow, "details">> & Pick<Stored, "state">,
): Promise<AccessRequestRow | undefined> {
  const row = await tx.writes
    .update(accessRequests)
    .set({ ...to, ...(reason == null ? {} : { reason: tx.vault.seal(reasonOf(id), reason) }) })
    .where(and(eq(accessRequests.id, id), eq(accessRequests.state, from)))
    .returning()
    .get();
  return row && open(tx, row);
}

/** Forget requests that nobody needs any more: those without a key made before `idle`, all others made before `old`. */
export async function forgetAccessRequests(
  tx: Tx,
  { idle, old }: { idle: number; old: number },
): Promise<void> {
  const { askedAt, state } = accessRequests;
  await tx.writes
    .delete(accessRequests)
    .where(or(and(ne(state, "collected"), lt(askedAt, idle)), lt(askedAt, old)))
    .run();
}

function sealed({ vault }: Tx, { id, details, reason }: AccessRequestRow) {
  return {
    details: vault.seal(detailsOf(id), details),
    reason: reason === null ? null : vault.seal(reasonOf(id), reason),
  };
}

/** Under these places nothing else is sealed. */
function open({ vault }: Db | Tx, row: Stored): AccessRequestRow {
  const details = vault.open(detailsOf(row.id), row.details) as AccessDetails;
  const reason = row.reason && (vault.open(reasonOf(row.id), row.reason) as string);
  return { ...row, details, reason };
}

function detailsOf(row: string) {
  return { table: "access_requests", row };
}

function reasonOf(row: string) {
  return { table: "access_requests.reason", row };
}
