import { DriftFinding } from "@guildhall/contract";
import { eq } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { drifts } from "./schema/drift.ts";

/** How a back office was found at the last look. */
export interface DriftRow {
  readonly connector: string;
  readonly state: (typeof drifts.$inferSelect)["state"];
  readonly lookedAt: number;
  readonly findings: readonly DriftFinding[];
  /** JSON: how it was when everything fitted last. */
  readonly baseline: string | null;
}

export async function findDriftRow(db: Db | Tx, connector: string): Promise<DriftRow | undefined> {
  const row = await db.reads.select().from(drifts).where(eq(drifts.connector, connector)).get();
  return row && { ...row, findings: DriftFinding.array().parse(JSON.parse(row.findings)) };
}

/** Put a look in the place of the one before. */
export async function putDriftRow(tx: Tx, { findings, ...rest }: DriftRow): Promise<void> {
  const row = { ...rest, findings: JSON.stringify(findings) };
  await tx.writes
    .insert(drifts)
    .values(row)
    .onConflictDoUpdate({ target: drifts.connector, set: row })
    .run();
}
