import { type NewAdoption, Problem, type Recipe, type ServiceDraft } from "@guildhall/contract";
import { appendEvent, keepTakenRecipe } from "@guildhall/store";
import type { Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { freeSlug, insertDraft, isTaken } from "../service-draft/begin.ts";
import { changeDraft } from "../service-draft/kept.ts";
import { asService } from "./parts.ts";
import { tryToNoteTaken } from "./taken.ts";

/**
 * Adopt a recipe: its latest version becomes a draft of a new service, with a list of what has to be decided here.
 *
 * @throws Problem `not-found`, `request-invalid` (a name that is taken)
 */
export async function adoptRecipe(
  ctx: Context,
  id: string,
  asked: NewAdoption,
): Promise<ServiceDraft> {
  requireScope(ctx, "services:write");
  const { recipe } = await ctx.cookbook.latest(id);
  const draft = await changeDraft(ctx, (unit) => adopt(unit, recipe, asked));
  await tryToNoteTaken(ctx);
  return draft;
}

/** Adopt a recipe within a change. @throws Problem `request-invalid` (a name that is taken) */
export async function adopt(
  unit: Unit,
  recipe: Recipe,
  { title, service }: NewAdoption,
): Promise<ServiceDraft> {
  const { ctx, tx } = unit;
  if (service !== undefined && (await isTaken(tx, service))) throw nameTaken();
  const id = service ?? (await freeSlug(tx, title ?? recipe.title));
  await keepTakenRecipe(tx, recipe);
  const draft = await insertDraft(unit, asService(recipe, { id, title }));
  const event = { type: "recipe.adopted", subject: id, actor: ctx.actor, at: ctx.now() } as const;
  await appendEvent(tx, { ...event, data: { recipe: recipe.id, version: recipe.version } });
  return draft;
}

function nameTaken(): Problem {
  const detail = "There is a service of this name already.";
  return new Problem("request-invalid", {
    faults: [{ pointer: "/service", code: "unworkable", detail }],
  });
}
