import type { RecipeFile } from "@guildhall/contract";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { recipePublishers, recipes } from "./schema/recipes.ts";

type Stored = typeof recipes.$inferSelect;

/** A version of a recipe without its file. */
export type RecipeLine = Omit<Stored, "file">;
/** The same with it. */
export type RecipeRow = RecipeLine & { readonly file: RecipeFile };
/** Somebody whose recipes are read here. */
export type PublisherRow = typeof recipePublishers.$inferSelect;

/** All columns but the large one. */
const line = {
  id: recipes.id,
  version: recipes.version,
  origin: recipes.origin,
  tenant: recipes.tenant,
  title: recipes.title,
  summary: recipes.summary,
  category: recipes.category,
  publisher: recipes.publisher,
  news: recipes.news,
  sharedAt: recipes.sharedAt,
};

export async function insertRecipe(tx: Tx, { file, ...row }: RecipeRow): Promise<void> {
  await tx.writes
    .insert(recipes)
    .values({ ...row, file: JSON.stringify(file) })
    .run();
}

/** The latest version of each recipe, by id. */
export async function listRecipes(directory: Db): Promise<RecipeLine[]> {
  return directory.reads
    .select(line)
    .from(recipes)
    .where(sql`version = (select max(version) from recipes as r where r.id = recipes.id)`)
    .orderBy(asc(recipes.id))
    .all();
}

/** The versions of a recipe, the latest first. */
export async function listRecipeVersions(directory: Db | Tx, id: string): Promise<RecipeLine[]> {
  return directory.reads
    .select(line)
    .from(recipes)
    .where(eq(recipes.id, id))
    .orderBy(desc(recipes.version))
    .all();
}

/** The signed file of a version. */
export async function findRecipeFile(
  directory: Db | Tx,
  id: string,
  version: number,
): Promise<RecipeFile | undefined> {
  const row = await directory.reads
    .select({ file: recipes.file })
    .from(recipes)
    .where(and(eq(recipes.id, id), eq(recipes.version, version)))
    .get();
  return row && (JSON.parse(row.file) as RecipeFile); // Written by `insertRecipe`.
}

/** Trust a key, and call its publisher by this name from now on, with all keys that they have. */
export async function putPublisher(tx: Tx, row: PublisherRow): Promise<void> {
  const { name, publisher } = row;
  await tx.writes.insert(recipePublishers).values(row).onConflictDoNothing().run();
  await tx.writes
    .update(recipePublishers)
    .set({ name })
    .where(eq(recipePublishers.publisher, publisher))
    .run();
}

export async function listPublishers(directory: Db): Promise<PublisherRow[]> {
  return directory.reads
    .select()
    .from(recipePublishers)
    .orderBy(asc(recipePublishers.name), asc(recipePublishers.kid))
    .all();
}

/** Trust a key no more; false where it was not trusted. */
export async function removePublisher(tx: Tx, kid: string): Promise<boolean> {
  const gone = await tx.writes
    .delete(recipePublishers)
    .where(eq(recipePublishers.kid, kid))
    .returning({ kid: recipePublishers.kid })
    .get();
  return gone !== undefined;
}
