import { deflateSync, inflateSync } from "node:zlib";
import type { Recipe } from "@guildhall/contract";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { serviceVersions } from "./schema/platform.ts";
import { recipeConfirmations, takenRecipes } from "./schema/recipes.ts";
import { serviceDrafts } from "./schema/service-drafts.ts";

/** Which versions of its recipe a service has: where it is live, and in the making. */
export interface AdoptionRow {
  readonly service: string;
  readonly title: string;
  readonly recipe: string;
  readonly live: number | null;
  readonly draft: number | null;
}

/** That a part stays as the recipe has it. */
export type ConfirmationRow = typeof recipeConfirmations.$inferSelect;

/** Keep a recipe as it was taken; a version never changes. */
export async function keepTakenRecipe(tx: Tx, recipe: Recipe): Promise<void> {
  const { id, version } = recipe;
  const body = deflateSync(JSON.stringify(recipe));
  await tx.writes
    .insert(takenRecipes)
    .values({ recipe: id, version, body })
    .onConflictDoNothing()
    .run();
}

export async function findTakenRecipe(
  db: Db | Tx,
  { recipe, version }: { readonly recipe: string; readonly version: number },
): Promise<Recipe | undefined> {
  const row = await db.reads
    .select({ body: takenRecipes.body })
    .from(takenRecipes)
    .where(and(eq(takenRecipes.recipe, recipe), eq(takenRecipes.version, version)))
    .get();
  // Read with care before it was kept.
  return row && (JSON.parse(inflateSync(row.body).toString("utf8")) as Recipe);
}

/** The services that were adopted, by service; no definition is read for it. */
export async function listAdoptions(db: Db | Tx): Promise<AdoptionRow[]> {
  const { service, title, recipe, recipeVersion } = serviceVersions;
  const live = await db.reads
    .select({ service, title, recipe, version: recipeVersion })
    .from(serviceVersions)
    .where(and(eq(serviceVersions.state, "live"), sql`${recipe} is not null`))
    .all();
  const drafts = await db.reads
    .select({
      service: serviceDrafts.service,
      title: serviceDrafts.title,
      recipe: serviceDrafts.recipe,
      version: serviceDrafts.recipeVersion,
    })
    .from(serviceDrafts)
    .where(sql`${serviceDrafts.recipe} is not null`)
    .all();
  const found = new Map<string, AdoptionRow>();
  for (const row of live) found.set(row.service, { ...named(row), live: row.version, draft: null });
  for (const row of drafts) {
    const other = found.get(row.service);
    const before = other?.recipe === row.recipe ? other.live : null;
    found.set(row.service, { ...named(row), live: before, draft: row.version });
  }
  return [...found.values()].sort((one, other) => (one.service < other.service ? -1 : 1));
}

function named(row: { service: string; title: string | null; recipe: string | null }) {
  return { service: row.service, title: row.title ?? row.service, recipe: row.recipe ?? "" };
}

export async function putConfirmation(tx: Tx, row: ConfirmationRow): Promise<void> {
  await tx.writes
    .insert(recipeConfirmations)
    .values(row)
    .onConflictDoUpdate({
      target: [recipeConfirmations.service, recipeConfirmations.part],
      set: row,
    })
    .run();
}

export async function listConfirmations(db: Db | Tx, service: string): Promise<ConfirmationRow[]> {
  return db.reads
    .select()
    .from(recipeConfirmations)
    .where(eq(recipeConfirmations.service, service))
    .orderBy(asc(recipeConfirmations.part))
    .all();
}
