import { asc, eq } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { tenants } from "./schema/directory.ts";
import { recipeDeadlines, recipeTakers } from "./schema/recipes.ts";

/** Which versions of a recipe a service of a tenant has. */
export type TakerRow = typeof recipeTakers.$inferSelect;
/** A version that has to be live by a day. */
export type DeadlineRow = typeof recipeDeadlines.$inferSelect;

/** What is noted of a tenant, by service. */
export async function listTaken(directory: Db, tenant: string): Promise<TakerRow[]> {
  return directory.reads
    .select()
    .from(recipeTakers)
    .where(eq(recipeTakers.tenant, tenant))
    .orderBy(asc(recipeTakers.service))
    .all();
}

/** Put what a tenant has taken in the place of what was noted of it before. */
export async function putTaken(tx: Tx, tenant: string, rows: readonly TakerRow[]): Promise<void> {
  await tx.writes.delete(recipeTakers).where(eq(recipeTakers.tenant, tenant)).run();
  if (rows.length > 0)
    await tx.writes
      .insert(recipeTakers)
      .values([...rows])
      .run();
}

/** Who has taken a recipe. */
export async function listTakers(directory: Db, recipe: string): Promise<TakerRow[]> {
  return directory.reads
    .select()
    .from(recipeTakers)
    .where(eq(recipeTakers.recipe, recipe))
    .orderBy(asc(recipeTakers.tenant))
    .all();
}

export async function putDeadline(tx: Tx, { recipe, ...row }: DeadlineRow): Promise<void> {
  await tx.writes
    .insert(recipeDeadlines)
    .values({ recipe, ...row })
    .onConflictDoUpdate({ target: recipeDeadlines.recipe, set: row })
    .run();
}

/** Deadlines, the nearest first. */
export async function listDeadlines(directory: Db): Promise<DeadlineRow[]> {
  return directory.reads
    .select()
    .from(recipeDeadlines)
    .orderBy(asc(recipeDeadlines.by), asc(recipeDeadlines.recipe))
    .all();
}

/** False where there was none. */
export async function removeDeadline(tx: Tx, recipe: string): Promise<boolean> {
  const gone = await tx.writes
    .delete(recipeDeadlines)
    .where(eq(recipeDeadlines.recipe, recipe))
    .returning({ recipe: recipeDeadlines.recipe })
    .get();
  return gone !== undefined;
}

/** What the directory says of each tenant, as JSON; no key is unwrapped for it. */
export async function listTenantNames(directory: Db): Promise<ReadonlyMap<string, string>> {
  const { id, definition } = tenants;
  const rows = await directory.reads.select({ id, definition }).from(tenants).all();
  // Written by `putTenant`.
  return new Map(
    rows.map((row) => [row.id, (JSON.parse(row.definition) as { name: string }).name]),
  );
}
