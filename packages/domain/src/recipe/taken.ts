import {
  type AdoptedRecipe,
  type DraftDefinition,
  Problem,
  type Recipe,
} from "@guildhall/contract";
import {
  type Db,
  findLiveService,
  findServiceDraft,
  findTakenRecipe,
  keepTakenRecipe,
  listAdoptions,
  type Tx,
  transact,
} from "@guildhall/store";
import type { Context } from "../context.ts";
import { recipeIn } from "./file.ts";
import { laidOver } from "./laid-over.ts";

/** A service that was adopted, as it is in the making, or else as it is live. */
export interface AdoptedService {
  readonly definition: DraftDefinition;
  readonly adopted: AdoptedRecipe;
}

/** @throws Problem `not-found`, also where it was not adopted */
export async function reachAdopted(db: Db | Tx, service: string): Promise<AdoptedService> {
  const found = (await findServiceDraft(db, service)) ?? (await findLiveService(db, service));
  const adopted = found?.definition.adopted;
  if (!adopted) throw new Problem("not-found");
  return { definition: found.definition, adopted };
}

/** A service that goes on with a recipe: one that was adopted, or whose files were laid over it. */
export interface GoingService extends AdoptedService {
  readonly isFirst: boolean;
}

/** @throws Problem `not-found`, also where it comes from no recipe */
export async function reachGoing(ctx: Context, service: string): Promise<GoingService> {
  const { db } = ctx;
  const found = (await findServiceDraft(db, service)) ?? (await findLiveService(db, service));
  if (!found) throw new Problem("not-found");
  const { definition } = found;
  const adopted = definition.adopted ?? (await laidOver(ctx, definition));
  if (!adopted) throw new Problem("not-found");
  return { definition, adopted, isFirst: definition.adopted === undefined };
}

/**
 * The recipe as a service has taken it. One that came with a folder is looked up, and kept from then on.
 *
 * @throws Problem `not-found`
 */
export async function recipeTaken(ctx: Context, adopted: AdoptedRecipe): Promise<Recipe> {
  const known = await findTakenRecipe(ctx.db, adopted);
  if (known) return known;
  const recipe = recipeIn(await ctx.cookbook.file(adopted.recipe, adopted.version));
  await transact(ctx.db, (tx) => keepTakenRecipe(tx, recipe));
  return recipe;
}

/**
 * Note for whoever runs the platform which versions of which recipes are in use here: that, and nothing else.
 *
 * It is said anew at each occasion, so that what was missed once is made good. What is tried out is not counted.
 */
export async function noteTaken({ db, tenant, cookbook }: Context): Promise<void> {
  if (tenant.sandboxOf !== undefined) return;
  const rows = await listAdoptions(db);
  await cookbook.note(
    tenant.id,
    rows.map(({ service, recipe, live, draft }) => ({
      tenant: tenant.id,
      service,
      recipe,
      live,
      draft,
    })),
  );
}

/**
 * The same after something was done that stays done: where it cannot be noted, the next occasion makes it good, and
 * whoever lists what was adopted is told of the fault.
 */
export async function tryToNoteTaken(ctx: Context): Promise<void> {
  await noteTaken(ctx).catch(() => undefined);
}
