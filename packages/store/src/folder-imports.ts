import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { desc, eq, lt, lte } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { folderImports } from "./schema/folder-imports.ts";

type Stored = typeof folderImports.$inferSelect;

/** What a folder would change of a tenant; both its plan and its contents are given back as they were put. */
export type FolderImportRow = Omit<Stored, "plan" | "contents"> & { readonly plan: unknown };

const [squeeze, unsqueeze] = [promisify(gzip), promisify(gunzip)];

/** Make the JSON of what a folder holds small, beside what else goes on and before the transaction that keeps it. */
export function squeezeContents(contents: string): Promise<Buffer> {
  return squeeze(contents);
}

/** Keep a plan and what it is made of. Definitions hold no personal data. */
export async function insertFolderImport(
  tx: Tx,
  { plan, ...row }: FolderImportRow,
  contents: Buffer,
): Promise<void> {
  const values = { ...row, plan: JSON.stringify(plan), contents };
  await tx.writes.insert(folderImports).values(values).run();
}

export async function findFolderImport(
  db: Db | Tx,
  id: string,
): Promise<FolderImportRow | undefined> {
  const row = await db.reads
    .select(summary)
    .from(folderImports)
    .where(eq(folderImports.id, id))
    .get();
  return row && { ...row, plan: JSON.parse(row.plan) };
}

/** What the folder of an import holds; undefined once it was approved. */
export async function findImportContents(db: Db | Tx, id: string): Promise<unknown> {
  const { contents } = folderImports;
  const row = await db.reads
    .select({ contents })
    .from(folderImports)
    .where(eq(folderImports.id, id))
    .get();
  return row?.contents ? JSON.parse((await unsqueeze(row.contents)).toString()) : undefined;
}

/** Say that an import was approved; what it held is there no more. */
export async function approveFolderImport(
  tx: Tx,
  id: string,
  { at, by }: { readonly at: number; readonly by: string },
): Promise<void> {
  await tx.writes
    .update(folderImports)
    .set({ approvedAt: at, approvedBy: by, contents: null })
    .where(eq(folderImports.id, id))
    .run();
}

/** Forget imports of before a moment, and all but the latest so many. */
export async function forgetFolderImports(
  tx: Tx,
  { before, most }: { readonly before: number; readonly most: number },
): Promise<void> {
  const { madeAt } = folderImports;
  await tx.writes.delete(folderImports).where(lt(madeAt, before)).run();
  const beyond = await tx.reads
    .select({ madeAt })
    .from(folderImports)
    .orderBy(desc(madeAt))
    .limit(1)
    .offset(most)
    .get();
  if (beyond) await tx.writes.delete(folderImports).where(lte(madeAt, beyond.madeAt)).run();
}

/** All but what it holds. */
const summary = {
  id: folderImports.id,
  madeAt: folderImports.madeAt,
  madeBy: folderImports.madeBy,
  approvedAt: folderImports.approvedAt,
  approvedBy: folderImports.approvedBy,
  digest: folderImports.digest,
  basis: folderImports.basis,
  plan: folderImports.plan,
};
