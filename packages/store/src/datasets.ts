import type { Dataset } from "@guildhall/contract";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { digestOf } from "./digest.ts";
import { datasetRows, datasets } from "./schema/reference-data.ts";

/** So many rows go into one statement. */
const batch = 500;

/** Each dataset's id with the digest of what it says. */
export async function listDatasets(db: Db | Tx): Promise<{ id: string; digest: string }[]> {
  const { id, digest } = datasets;
  return db.reads.select({ id, digest }).from(datasets).orderBy(asc(id)).all();
}

/** The columns of a dataset, or undefined when there is none of that id. */
export async function findColumns(db: Db | Tx, id: string): Promise<readonly string[] | undefined> {
  const row = await db.reads
    .select({ columns: datasets.columns })
    .from(datasets)
    .where(eq(datasets.id, id))
    .get();
  return row && (JSON.parse(row.columns) as string[]); // Written by us below.
}

/** Those rows of a dataset that have one of the keys, by key, read without the others. */
export async function findRows(
  db: Db,
  dataset: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (keys.length === 0) return new Map();
  const rows = await db.reads
    .select({ key: datasetRows.key, cells: datasetRows.cells })
    .from(datasetRows)
    .where(and(eq(datasetRows.dataset, dataset), inArray(datasetRows.key, [...keys])))
    .all();
  return new Map(rows.map(({ key, cells }) => [key, JSON.parse(cells) as string[]])); // Written by us below.
}

/** Put a dataset in the place of the one of that id, rows and all. */
export async function putDataset(tx: Tx, dataset: Dataset): Promise<void> {
  const { id, rows } = dataset;
  const row = { columns: JSON.stringify(dataset.columns), digest: digestOf(dataset) };
  await tx.writes
    .insert(datasets)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: datasets.id, set: row })
    .run();
  await tx.writes.delete(datasetRows).where(eq(datasetRows.dataset, id)).run();
  for (let at = 0; at < rows.length; at += batch) {
    const some = rows.slice(at, at + batch);
    await tx.writes
      .insert(datasetRows)
      .values(
        some.map((cells) => ({ dataset: id, key: cells[0] ?? "", cells: JSON.stringify(cells) })),
      )
      .run();
  }
}

export async function removeDataset(tx: Tx, id: string): Promise<void> {
  await tx.writes.delete(datasetRows).where(eq(datasetRows.dataset, id)).run();
  await tx.writes.delete(datasets).where(eq(datasets.id, id)).run();
}
