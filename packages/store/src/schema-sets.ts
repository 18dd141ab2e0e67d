import { SchemaSet } from "@guildhall/contract";
import { asc, eq } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { digestOf } from "./digest.ts";
import { schemaSets } from "./schema/reference-data.ts";

/** Each schema set's id with the digest of what it says. */
export async function listSchemaSets(db: Db | Tx): Promise<{ id: string; digest: string }[]> {
  const { id, digest } = schemaSets;
  return db.reads.select({ id, digest }).from(schemaSets).orderBy(asc(id)).all();
}

/** The digest of a schema set, which is another as soon as it says anything else. */
export async function findSchemaDigest(db: Db, id: string): Promise<string | undefined> {
  const { digest } = schemaSets;
  return (await db.reads.select({ digest }).from(schemaSets).where(eq(schemaSets.id, id)).get())
    ?.digest;
}

export async function findSchemaSet(db: Db | Tx, id: string): Promise<SchemaSet | undefined> {
  const row = await db.reads.select().from(schemaSets).where(eq(schemaSets.id, id)).get();
  return row && SchemaSet.parse(JSON.parse(row.definition));
}

/** Put a schema set in the place of the one of that id. */
export async function putSchemaSet(tx: Tx, set: SchemaSet): Promise<void> {
  const row = { definition: JSON.stringify(set), digest: digestOf(set) };
  await tx.writes
    .insert(schemaSets)
    .values({ id: set.id, ...row })
    .onConflictDoUpdate({ target: schemaSets.id, set: row })
    .run();
}

export async function removeSchemaSet(tx: Tx, id: string): Promise<void> {
  await tx.writes.delete(schemaSets).where(eq(schemaSets.id, id)).run();
}
