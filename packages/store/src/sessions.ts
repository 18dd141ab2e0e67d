import { and, eq, lte, or } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { sessions } from "./schema/staff.ts";

type Stored = typeof sessions.$inferSelect;
export type SessionRow = Omit<Stored, "idToken">;

const columns = {
  id: sessions.id,
  person: sessions.person,
  generation: sessions.generation,
  startedAt: sessions.startedAt,
  signedInAt: sessions.signedInAt,
  usedAt: sessions.usedAt,
};

/** Write a session down; `idToken` is kept sealed. */
export async function insertSession(
  tx: Tx,
  { idToken, ...row }: SessionRow & { readonly idToken?: string | undefined },
): Promise<void> {
  const sealed = idToken === undefined ? null : tx.vault.seal(placeOf(row.id), idToken);
  await tx.writes
    .insert(sessions)
    .values({ ...row, idToken: sealed })
    .run();
}

export async function findSession(db: Db | Tx, id: string): Promise<SessionRow | undefined> {
  return db.reads.select(columns).from(sessions).where(eq(sessions.id, id)).get();
}

/** Go on to the next generation, unless another request was first; undefined then. */
export async function advanceSession(
  tx: Tx,
  { id, generation }: Pick<SessionRow, "id" | "generation">,
  usedAt: number,
): Promise<SessionRow | undefined> {
  return tx.writes
    .update(sessions)
    .set({ generation: generation + 1, usedAt })
    .where(and(eq(sessions.id, id), eq(sessions.generation, generation)))
    .returning(columns)
    .get();
}

/** A session that was deleted, with what the provider's own session is ended by. */
export type DeletedSession = SessionRow & { readonly idToken: string | undefined };

/** End a session; undefined when it has ended before. */
export async function deleteSession(tx: Tx, id: string): Promise<DeletedSession | undefined> {
  const row = await tx.writes.delete(sessions).where(eq(sessions.id, id)).returning().get();
  if (!row) return undefined;
  const { idToken, ...rest } = row;
  // Under a session's row nothing but its token is sealed.
  const opened = idToken && (tx.vault.open(placeOf(id), idToken) as string);
  return { ...rest, idToken: opened ?? undefined };
}

/** End all sessions of a person; give their ids. */
export async function deleteSessionsOf(tx: Tx, person: string): Promise<string[]> {
  const rows = await tx.writes
    .delete(sessions)
    .where(eq(sessions.person, person))
    .returning({ id: sessions.id })
    .all();
  return rows.map(({ id }) => id);
}

/** Forget sessions that were begun, or last used, no later than these times: nothing can bring them back. */
export async function sweepSessions(
  tx: Tx,
  { startedAt, usedAt }: Pick<SessionRow, "startedAt" | "usedAt">,
): Promise<void> {
  await tx.writes
    .delete(sessions)
    .where(or(lte(sessions.startedAt, startedAt), lte(sessions.usedAt, usedAt)))
    .run();
}

function placeOf(row: string) {
  return { table: "sessions", row };
}
