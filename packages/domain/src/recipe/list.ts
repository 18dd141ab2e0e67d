import { flowOf, partTitle, saidOfParts } from "@guildhall/builder";
import type {
  AdoptionSummary,
  Flow,
  PageQuery,
  RecipeDetail,
  RecipeFile,
  RecipeSearch,
  RecipeSummary,
} from "@guildhall/contract";
import { listAdoptions } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { folded, type Listed } from "../service-draft/find.ts";
import { asService } from "./parts.ts";
import { type Besides, presentAdoption, presentRecipe, presentVersions } from "./present.ts";
import { noteTaken } from "./taken.ts";

/** List the recipes that can be adopted, by their names. */
export async function listRecipes(
  ctx: Context,
  { limit, cursor = "", search = "" }: PageQuery & RecipeSearch,
): Promise<Listed<RecipeSummary>> {
  requireScope(ctx, "services:read");
  const words = folded(search).split(/\s+/);
  const found = (await ctx.cookbook.list()).filter(
    ({ id, title, summary, category, publisher }) => {
      const text = folded([id, title, summary, category ?? "", publisher].join(" "));
      return id > cursor && words.every((word) => text.includes(word));
    },
  );
  const known = await knownBesides(ctx);
  const data = found.slice(0, limit).map((line) => presentRecipe(line, known));
  const last = data.at(-1);
  return found.length > limit && last ? { data, nextCursor: last.recipe } : { data };
}

/**
 * Look at a recipe before it is adopted: what it asks and says, and what its author says of its parts.
 *
 * @throws Problem `not-found`
 */
export async function getRecipe(ctx: Context, id: string): Promise<RecipeDetail> {
  requireScope(ctx, "services:read");
  const { line, recipe } = await ctx.cookbook.latest(id);
  const whole = asService(recipe, { id });
  const parts = saidOfParts(recipe).map((part) => ({ ...part, title: partTitle(whole, part.at) }));
  const versions = presentVersions(await ctx.cookbook.versions(id));
  const { definition } = recipe;
  return { ...presentRecipe(line, await knownBesides(ctx)), definition, parts, versions };
}

/** See the ways through the form of a recipe. @throws Problem `not-found` */
export async function getRecipeFlow(ctx: Context, id: string): Promise<Flow> {
  requireScope(ctx, "services:read");
  const { recipe } = await ctx.cookbook.latest(id);
  return flowOf(asService(recipe, { id }));
}

/** Give the signed file of a recipe's latest version, for another installation. @throws Problem `not-found` */
export async function exportRecipe(ctx: Context, id: string): Promise<RecipeFile> {
  requireScope(ctx, "services:read");
  const { line } = await ctx.cookbook.latest(id);
  return ctx.cookbook.file(id, line.version);
}

/** List the services that were adopted, by service, with what has come since and what is due. */
export async function listAdopted(ctx: Context): Promise<Listed<AdoptionSummary>> {
  requireScope(ctx, "services:read");
  await noteTaken(ctx);
  const [lines, { adoptions, deadlines }] = await Promise.all([
    ctx.cookbook.list(),
    knownBesides(ctx),
  ]);
  return { data: adoptions.map((row) => presentAdoption(row, { lines, deadlines })) };
}

async function knownBesides({ db, tenant, cookbook }: Context): Promise<Besides> {
  const [adoptions, deadlines] = await Promise.all([listAdoptions(db), cookbook.deadlines()]);
  return { tenant: tenant.id, adoptions, deadlines };
}
