import { Brand, type ConnectorDefinition } from "@guildhall/contract";
import { asc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { connectorIn } from "./definitions.ts";
import { hot } from "./hot.ts";
import { brands, connectors } from "./schema/platform.ts";

export async function listBrands(db: Db | Tx): Promise<Brand[]> {
  const rows = await db.reads
    .select({ definition: brands.definition })
    .from(brands)
    .orderBy(asc(brands.id))
    .all();
  return rows.map((row) => Brand.parse(JSON.parse(row.definition)));
}

export async function findLogo(db: Db | Tx, brand: string): Promise<Uint8Array | undefined> {
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
  readonly lookedAt: number | undefined;
}

export async function listConnectors(db: Db | Tx): Promise<ConnectorRow[]> {
  const rows = await db.reads.select().from(connectors).orderBy(asc(connectors.id)).all();
  return rows.map(open);
}

const connectorQuery = hot((query) =>
  query
    .select()
    .from(connectors)
    .where(eq(connectors.id, sql.placeholder("id")))
    .prepare(),
);

export async function findConnector(db: Db | Tx, id: string): Promise<ConnectorRow | undefined> {
  const row = await connectorQuery(db.reads).get({ id });
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

function open(row: typeof connectors.$inferSelect): ConnectorRow {
  return {
    definition: connectorIn(row.definition),
    polledTo: row.polledTo ?? undefined,
    lookedAt: row.lookedAt ?? undefined,
  };
}
