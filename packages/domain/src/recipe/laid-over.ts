import { setImmediate } from "node:timers/promises";
import { differences } from "@guildhall/builder";
import type { AdoptedRecipe, DraftDefinition } from "@guildhall/contract";
import type { Context } from "../context.ts";
import { recipeIn } from "./file.ts";
import { asService } from "./parts.ts";

/** Of so many versions, the latest, it is looked which one a service is most like. */
const mostVersions = 10;

/**
 * Find the version of a recipe that a service's files were laid over: of those that came with the platform, the one
 * that it is most like, and of several the latest.
 *
 * A folder names a recipe and no version, and what it says is only what differs. So all that differs from this version
 * is the council's own.
 */
export async function laidOver(
  { cookbook }: Pick<Context, "cookbook">,
  definition: DraftDefinition,
): Promise<AdoptedRecipe | undefined> {
  const { id, recipe } = definition;
  const lines = recipe === undefined ? [] : await cookbook.versions(recipe);
  let nearest: (AdoptedRecipe & { readonly distance: number }) | undefined;
  for (const { id: name, version } of lines.filter(isOfPlatform).slice(0, mostVersions)) {
    await setImmediate();
    const known = asService(recipeIn(await cookbook.file(name, version)), { id });
    const distance = differences(known, definition).length;
    if (!nearest || distance < nearest.distance) nearest = { recipe: name, version, distance };
  }
  return nearest && { recipe: nearest.recipe, version: nearest.version };
}

/** A tenant's recipe of the same name is another. */
function isOfPlatform({ origin, tenant }: { origin: string; tenant: string | null }): boolean {
  return origin === "own" && tenant === null;
}
