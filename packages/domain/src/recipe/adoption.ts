import { type Adoption, type NewConfirmation, Problem } from "@guildhall/contract";
import { appendEvent, findTakenRecipe, listAdoptions, putConfirmation } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { digestAt, partsOf } from "./parts.ts";
import { presentAdoption, presentVersions } from "./present.ts";
import { reachAdopted, recipeTaken } from "./taken.ts";

/**
 * See where an adopted service stands: what is locked, what has to be decided and what was, and what has come since.
 *
 * @throws Problem `not-found`, also where it was not adopted
 */
export async function getAdoption(ctx: Context, service: string): Promise<Adoption> {
  requireScope(ctx, "services:read");
  const { definition, adopted } = await reachAdopted(ctx.db, service);
  const recipe = await recipeTaken(ctx, adopted);
  const row = (await listAdoptions(ctx.db)).find((one) => one.service === service);
  if (!row) throw new Problem("not-found");
  const lines = await ctx.cookbook.versions(adopted.recipe);
  const deadlines = await ctx.cookbook.deadlines();
  return {
    ...presentAdoption(row, { lines: lines.slice(0, 1), deadlines }),
    publisher: recipe.publisher,
    parts: await partsOf(ctx.db, definition, recipe),
    news: presentVersions(lines.filter(({ version }) => version > adopted.version)),
  };
}

/**
 * Say that a part which has to be decided about stays as the recipe has it.
 *
 * @throws Problem `not-found`, `request-invalid` (a part that is not left to whoever adopts it)
 */
export async function confirmPart(
  ctx: Context,
  service: string,
  { at }: NewConfirmation,
): Promise<void> {
  requireScope(ctx, "services:write");
  await change(ctx, async ({ tx }) => {
    const { adopted } = await reachAdopted(tx, service);
    const recipe = await findTakenRecipe(tx, adopted);
    const part = recipe?.parts.find((one) => one.at === at && one.may === "must-change");
    if (!recipe || !part) throw notAsked();
    const now = ctx.now();
    const { actor } = ctx;
    const row = { service, part: at, digest: digestAt(recipe, at) };
    await putConfirmation(tx, { ...row, confirmedBy: actor.name, confirmedAt: now });
    const event = { type: "recipe.confirmed", subject: service, actor, at: now } as const;
    await appendEvent(tx, { ...event, data: { part: at } });
  });
}

function notAsked(): Problem {
  const detail = "The recipe does not ask you to decide about this part.";
  return new Problem("request-invalid", {
    faults: [{ pointer: "/at", code: "unworkable", detail }],
  });
}
