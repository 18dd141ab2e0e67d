import {
  Adoption,
  AdoptionSummary,
  Flow,
  type NewAdoption,
  type NewRecipe,
  type NewRecipeDeadline,
  type NewTakeIn,
  pageOf,
  RecipeDetail,
  RecipeFile,
  RecipeProgress,
  RecipeSketch,
  RecipeSummary,
  RecipeUpgrade,
  ServiceDraft,
} from "@guildhall/contract";
import {
  adoptRecipe,
  ask,
  confirmRecipePart,
  done,
  exportRecipe,
  getAdoption,
  getRecipe,
  getRecipeFlow,
  importRecipe,
  listAdoptions,
  listRecipeDeadlines,
  listRecipes,
  previewRecipeUpgrade,
  requireRecipe,
  requireRecipeNoMore,
  shareRecipe,
  sketchRecipe,
  upgradeRecipe,
} from "@guildhall/sdk";
import { type As, asSent, pageLength, under } from "./as.ts";

/** Services that others have made: adopting them, taking their next versions, and sharing one's own. */
export function cookbookApi(as: As) {
  const of = (recipe: string) => ({ ...as, path: { recipe } });
  const to = (service: string) => ({ ...as, path: { service } });
  return {
    recipes: ({ search, cursor }: { search: string; cursor: string | undefined }) =>
      ask(
        listRecipes({
          ...as,
          query: { limit: pageLength, ...(cursor && { cursor }), ...(search && { search }) },
        }),
        pageOf(RecipeSummary),
      ),
    recipe: (recipe: string) => ask(getRecipe(of(recipe)), RecipeDetail),
    recipeFlow: (recipe: string) => ask(getRecipeFlow(of(recipe)), Flow),
    recipeFile: (recipe: string) => ask(exportRecipe(of(recipe)), RecipeFile),
    importRecipe: (body: RecipeFile, once: string) =>
      ask(importRecipe({ ...as, ...under(once), body }), RecipeSummary),
    adoptRecipe: (recipe: string, body: NewAdoption, once: string) =>
      ask(adoptRecipe({ ...of(recipe), ...under(once), body: asSent(body) }), ServiceDraft),
    adoptions: () => ask(listAdoptions(as), pageOf(AdoptionSummary)),
    adoption: (service: string) => ask(getAdoption(to(service)), Adoption),
    confirmPart: (service: string, at: string, once: string) =>
      ask(confirmRecipePart({ ...to(service), ...under(once), body: { at } }), Adoption),
    previewUpgrade: (service: string) => ask(previewRecipeUpgrade(to(service)), RecipeUpgrade),
    upgrade: (service: string, body: NewTakeIn, once: string) =>
      ask(upgradeRecipe({ ...to(service), ...under(once), body }), ServiceDraft),
    sketchRecipe: (service: string, withMappings: boolean) =>
      ask(
        sketchRecipe({ ...to(service), query: { withMappings: String(withMappings) } }),
        RecipeSketch,
      ),
    shareRecipe: (body: NewRecipe, once: string) =>
      ask(shareRecipe({ ...as, ...under(once), body: asSent(body) }), RecipeSummary),
    recipeDeadlines: () => ask(listRecipeDeadlines(as), pageOf(RecipeProgress)),
    requireRecipe: (recipe: string, body: NewRecipeDeadline) =>
      ask(requireRecipe({ ...of(recipe), body: asSent(body) }), RecipeProgress),
    requireNoMore: (recipe: string) => done(requireRecipeNoMore(of(recipe))),
  };
}
