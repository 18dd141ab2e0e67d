import type { Dataset } from "@guildhall/contract";
import { asc, eq } from "drizzle-orm";
import { findColumns } from "./datasets.ts";
import type { Db, Tx } from "./db.ts";
import { configuration } from "./schema/access.ts";
import { datasetRows } from "./schema/reference-data.ts";

/** A number that grows with every change of brands, connectors, services, datasets and schema sets. */
export async function configurationRevision(db: Db | Tx): Promise<number> {
  const { revision } = configuration;
  return (await db.reads.select({ revision }).from(configuration).get())?.revision ?? 0;
}

/** What this tenant's configuration was copied from last; undefined where it never was. */
export async function findCopiedFrom(db: Db): Promise<string | undefined> {
  const { copiedFrom } = configuration;
  return (await db.reads.select({ copiedFrom }).from(configuration).get())?.copiedFrom ?? undefined;
}

export async function putCopiedFrom(tx: Tx, copiedFrom: string): Promise<void> {
  await tx.writes.update(configuration).set({ copiedFrom }).where(eq(configuration.one, 1)).run();
}

/** A whole dataset, its rows in the order of their keys. */
export async function findDataset(db: Db | Tx, id: string): Promise<Dataset | undefined> {
  const columns = await findColumns(db, id);
  if (!columns) return undefined;
  const rows = await db.reads
    .select({ cells: datasetRows.cells })
    .from(datasetRows)
    .where(eq(datasetRows.dataset, id))
    .orderBy(asc(datasetRows.key))
    .all();
  return { id, columns: [...columns], rows: rows.map(({ cells }) => JSON.parse(cells)) }; // Written by `putDataset`.
}
