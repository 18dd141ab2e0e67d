import { Brand, ConnectorDefinition } from "@guildhall/contract";
import { and, asc, eq, ne } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { brands, connectors, seenChanges } from "./schema/platform.ts";

export async function listBrands(db: Db | Tx): Promise<Brand[]> {
  const rows = await db.reads
    .select({ definition: brands.definition })
    .from(brands)
    .orderBy(asc(brands.id))
    .all();
  return rows.map((row) => Brand.parse(JSON.parse(row.definition)));
}

export async function findLogo(db: Db, brand: string): Promise<Uint8Array | undefined> {
  const row = await db.reads
    .select({ logo: brands.logo })
    .from(brands)
    .where(eq(brands.id, brand))
    .get();
  return row?.logo ?? undefined;
}

export async function putBrand(tx: Tx, brand: Brand, logo: Uint8Array | undefined): Promise<void> {
  const row = {
    definition: JSON.stringify(brand),
    logo: logo === undefined ? null : Buffer.from(logo),
  };
  await tx.writes
    .insert(brands)
    .values({ id: brand.id, ...row })
    .onConflictDoUpdate({ target: brands.id, set: row })
    .run();
}

export interface ConnectorRow {
  readonly definition: ConnectorDefinition;
  readonly polledTo: number | undefined;
}

export async function listConnectors(db: Db | Tx): Promise<ConnectorRow[]> {
  const rows = await db.reads.select().from(connectors).orderBy(asc(connectors.id)).all();
  return rows.map(open);
}

export async function findConnector(db: Db | Tx, id: string): Promise<ConnectorRow | undefined> {
  const row = await db.reads.select().from(connectors).where(eq(connectors.id, id)).get();
  return row && open(row);
}

export async function putConnector(tx: Tx, definition: ConnectorDefinition): Promise<void> {
  const row = { definition: JSON.stringify(definition) };
  await tx.writes
    .insert(connectors)
    .values({ id: definition.id, ...row })
    .onConflictDoUpdate({ target: connectors.id, set: row })
    .run();
}

/** Remember that changes up to `polledTo` have been taken in. */
export async function movePolled(tx: Tx, connector: string, polledTo: number): Promise<void> {
  await tx.writes.update(connectors).set({ polledTo }).where(eq(connectors.id, connector)).run();
}

/** A state of a case in a back office. */
export interface SeenChange {
  readonly connector: string;
  readonly reference: string;
  readonly changeKey: string;
}

/** Remember a case's latest change; false when it is the one that was remembered. */
export async function seeChange(tx: Tx, seen: SeenChange, at: number): Promise<boolean> {
  const { changeKey } = seen;
  const row = await tx.writes
    .insert(seenChanges)
    .values({ ...seen, at })
    .onConflictDoUpdate({
      target: [seenChanges.connector, seenChanges.reference],
      set: { changeKey, at },
      setWhere: ne(seenChanges.changeKey, changeKey),
    })
    .returning({ at: seenChanges.at })
    .get();
  return row !== undefined;
}

/** Tell whether this is the change that was remembered of the case last. */
export async function isLastChange(
  db: Db,
  { connector, reference, changeKey }: SeenChange,
): Promise<boolean> {
  const row = await db.reads
    .select({ changeKey: seenChanges.changeKey })
    .from(seenChanges)
    .where(and(eq(seenChanges.connector, connector), eq(seenChanges.reference, reference)))
    .get();
  return row?.changeKey === changeKey;
}

function open(row: typeof connectors.$inferSelect): ConnectorRow {
  return {
    definition: ConnectorDefinition.parse(JSON.parse(row.definition)),
    polledTo: row.polledTo ?? undefined,
  };
}
