import { existsSync } from "node:fs";
import { suggestedParts } from "@guildhall/builder";
import { type DraftDefinition, RecipeDefinition } from "@guildhall/contract";
import { Cookbook } from "@guildhall/domain";
import { type FolderFault, type Reading, readRecipe } from "@guildhall/folder";
import type { RecipeLine, Store } from "@guildhall/store";
import { readTree } from "./folder/tree.ts";
import { FolderRefused } from "./tenants-folder.ts";

/** Share the recipes of a cookbook's folder in an installation that has none yet. */
export async function seedCookbook(
  store: Pick<Store, "directory" | "tenants">,
  folder: string,
): Promise<void> {
  const cookbook = new Cookbook(store.directory, Date.now);
  if ((await cookbook.list()).length > 0 || !existsSync(folder)) return;
  await shareFolder(store, folder);
}

/**
 * Share the recipes of a cookbook's folder with all tenants: each that says something else than its latest version as
 * its next.
 *
 * Whoever runs the platform publishes them.
 *
 * @throws FolderRefused
 */
export async function shareFolder(
  store: Pick<Store, "directory" | "tenants">,
  folder: string,
): Promise<RecipeLine[]> {
  const recipes = await readCookbook(folder);
  const cookbook = new Cookbook(store.directory, Date.now);
  const tenants = (await store.tenants()).map(({ definition }) => definition);
  const publisher = tenants.find(({ kind }) => kind === "shared-service")?.name ?? "Guildhall";
  const shared: RecipeLine[] = [];
  for (const recipe of recipes) {
    const said = { ...recipe, publisher, news: await newsOf(cookbook, recipe.id) };
    shared.push(await cookbook.share({ tenant: null, recipe: said }));
  }
  return shared;
}

async function newsOf(cookbook: Cookbook, id: string): Promise<string> {
  const known = await cookbook.versions(id);
  return known.length === 0 ? "The first version." : "Renewed with the platform.";
}

async function readCookbook(folder: string) {
  const faults: FolderFault[] = [];
  const reading: Reading = {
    root: folder,
    tree: await readTree(folder, faults),
    faults,
    parsed: new Map(),
  };
  const names = [...reading.tree.keys()].flatMap(
    (path) => /^([^/]+)\/service\.yaml$/.exec(path)?.[1] ?? [],
  );
  const read = names.flatMap((name) => readRecipe(reading, name)?.value ?? []);
  if (faults.length > 0) throw new FolderRefused(folder, faults);
  return read.map(recipeOf);
}

function recipeOf(definition: DraftDefinition) {
  const { id, adopted: _from, brand: _brand, recipe: _laidOver, ...said } = definition;
  return {
    id,
    title: definition.title,
    summary: definition.summary ?? definition.title,
    definition: RecipeDefinition.parse(said),
    parts: suggestedParts(definition),
  };
}
