import { and, desc, eq, lt, lte } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { trialRuns } from "./schema/trial-runs.ts";

type Stored = typeof trialRuns.$inferSelect;

/** Something that is tried out, as far as it has come. */
export type TrialRunRow = Omit<Stored, "ended" | "result"> & {
  readonly ended: boolean;
  /** What is told of it, as it was put. */
  readonly result: unknown;
};

/** Put how far a run has come in the place of what was known of it. */
export async function putTrialRun(tx: Tx, { ended, result, ...rest }: TrialRunRow): Promise<void> {
  const sealed = tx.vault.seal({ table: "trial_runs", row: rest.id }, result);
  const row = { ...rest, ended: ended ? 1 : 0, result: sealed };
  await tx.writes
    .insert(trialRuns)
    .values(row)
    .onConflictDoUpdate({ target: trialRuns.id, set: row })
    .run();
}

export async function findTrialRun(
  db: Db | Tx,
  { id, service }: Pick<TrialRunRow, "id" | "service">,
): Promise<TrialRunRow | undefined> {
  const row = await db.reads
    .select()
    .from(trialRuns)
    .where(and(eq(trialRuns.id, id), eq(trialRuns.service, service)))
    .get();
  if (!row) return undefined;
  const result = db.vault.open({ table: "trial_runs", row: id }, row.result);
  return { ...row, ended: row.ended === 1, result };
}

/** Forget runs without news since a moment, and all but the latest so many. */
export async function forgetTrialRuns(
  tx: Tx,
  { before, most }: { readonly before: number; readonly most: number },
): Promise<void> {
  await tx.writes.delete(trialRuns).where(lt(trialRuns.seenAt, before)).run();
  const beyond = await tx.reads
    .select({ id: trialRuns.id, seenAt: trialRuns.seenAt })
    .from(trialRuns)
    .orderBy(desc(trialRuns.seenAt))
    .limit(1)
    .offset(most)
    .get();
  if (beyond) await tx.writes.delete(trialRuns).where(lte(trialRuns.seenAt, beyond.seenAt)).run();
}
