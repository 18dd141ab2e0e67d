import { type TargetField, TargetSource } from "@guildhall/contract";
import { asc, eq, gt, or, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { targets } from "./schema/targets.ts";

type Stored = typeof targets.$inferSelect;

/** A target without its fields. */
export interface TargetRow
  extends Pick<
    Stored,
    "id" | "name" | "format" | "root" | "fieldCount" | "requiredCount" | "readAt"
  > {
  readonly source: TargetSource;
  readonly namespaces: Readonly<Record<string, string>> | null;
  readonly remarks: readonly string[];
}

/** All but the fields. */
const summary = {
  id: targets.id,
  name: targets.name,
  source: targets.source,
  format: targets.format,
  root: targets.root,
  namespaces: targets.namespaces,
  remarks: targets.remarks,
  fieldCount: targets.fieldCount,
  requiredCount: targets.requiredCount,
  readAt: targets.readAt,
};

/** Put a target with its fields in the place of the one of its id. */
export async function putTarget(
  tx: Tx,
  { namespaces, remarks, ...rest }: TargetRow,
  fields: readonly TargetField[],
): Promise<void> {
  const row = {
    ...rest,
    namespaces: namespaces && JSON.stringify(namespaces),
    remarks: JSON.stringify(remarks),
    fields: JSON.stringify(fields),
  };
  await tx.writes
    .insert(targets)
    .values(row)
    .onConflictDoUpdate({ target: targets.id, set: row })
    .run();
}

export async function findTarget(db: Db | Tx, id: string): Promise<TargetRow | undefined> {
  const row = await db.reads.select(summary).from(targets).where(eq(targets.id, id)).get();
  return row && open(row);
}

/** A target's fields in document order; undefined where there is no such target. */
export async function findTargetFields(
  db: Db | Tx,
  id: string,
): Promise<readonly TargetField[] | undefined> {
  const { fields } = targets;
  const row = await db.reads.select({ fields }).from(targets).where(eq(targets.id, id)).get();
  return row && (JSON.parse(row.fields) as TargetField[]); // Written by `putTarget`.
}

/** Targets by id. */
export async function listTargets(
  db: Db | Tx,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<TargetRow[]> {
  const rows = await db.reads
    .select(summary)
    .from(targets)
    .where(after === undefined ? undefined : gt(targets.id, after))
    .orderBy(asc(targets.id))
    .limit(limit)
    .all();
  return rows.map(open);
}

/** The ids that are taken of those which begin alike: `case`, `case-2`. */
export async function listTargetIds(db: Db | Tx, start: string): Promise<string[]> {
  const { id } = targets;
  const rows = await db.reads
    .select({ id })
    .from(targets)
    .where(or(eq(id, start), sql`${id} GLOB ${`${start}-*`}`))
    .all();
  return rows.map((row) => row.id);
}

/** Remove a target; false where there is none. */
export async function removeTarget(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.writes
    .delete(targets)
    .where(eq(targets.id, id))
    .returning({ id: targets.id })
    .get();
  return gone !== undefined;
}

function open({ source, namespaces, remarks, ...rest }: Omit<Stored, "fields">): TargetRow {
  return {
    ...rest,
    source: TargetSource.parse(source),
    // Both were written by `putTarget`.
    namespaces: namespaces === null ? null : (JSON.parse(namespaces) as Record<string, string>),
    remarks: JSON.parse(remarks) as string[],
  };
}
