import { and, desc, eq, isNull, or } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { agreements, type Signature } from "./schema/agreements.ts";

export type AgreementRow = typeof agreements.$inferSelect;
export type { Signature } from "./schema/agreements.ts";

const approvalOf = { owner: "ownerApproval", serving: "servingApproval" } as const;

/** Insert it, unless its id is there already; gives what stands under that. */
export async function insertAgreement(tx: Tx, row: AgreementRow): Promise<AgreementRow> {
  return tx.writes
    .insert(agreements)
    .values(row)
    .onConflictDoUpdate({ target: agreements.id, set: { id: row.id } })
    .returning()
    .get();
}

export async function findAgreement(
  directory: Db | Tx,
  id: string,
): Promise<AgreementRow | undefined> {
  return directory.reads.select().from(agreements).where(eq(agreements.id, id)).get();
}

/** All that a tenant is a side of, the latest first. */
export async function listAgreements(directory: Db, tenant: string): Promise<AgreementRow[]> {
  return directory.reads
    .select()
    .from(agreements)
    .where(or(eq(agreements.owner, tenant), eq(agreements.serving, tenant)))
    .orderBy(desc(agreements.proposedAt), desc(agreements.id))
    .all();
}

/** Approve it for a side; undefined where that side has, or somebody has ended it. */
export async function approveAgreementRow(
  tx: Tx,
  id: string,
  side: keyof typeof approvalOf,
  signature: Signature,
): Promise<AgreementRow | undefined> {
  const approval = approvalOf[side];
  return tx.writes
    .update(agreements)
    .set({ [approval]: signature })
    .where(and(eq(agreements.id, id), isNull(agreements[approval]), isNull(agreements.ended)))
    .returning()
    .get();
}

/** End it; undefined where somebody has. */
export async function endAgreementRow(
  tx: Tx,
  id: string,
  ended: Signature,
): Promise<AgreementRow | undefined> {
  return tx.writes
    .update(agreements)
    .set({ ended })
    .where(and(eq(agreements.id, id), isNull(agreements.ended)))
    .returning()
    .get();
}
