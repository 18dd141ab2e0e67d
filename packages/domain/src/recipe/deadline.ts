import { type NewRecipeDeadline, Problem, type RecipeProgress } from "@guildhall/contract";
import { appendEvent, type DeadlineRow, type TakerRow } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import type { Listed } from "../service-draft/find.ts";

/** See how far each update that has to be taken has got: who has it, by name, and nothing of what they made of it. */
export async function listRecipeDeadlines(ctx: Context): Promise<Listed<RecipeProgress>> {
  requireScope(ctx, "platform:read");
  const names = await ctx.cookbook.names();
  const deadlines = await ctx.cookbook.deadlines();
  const data: RecipeProgress[] = [];
  for (const deadline of deadlines) data.push(await progressOf(ctx, deadline, names));
  return { data };
}

/**
 * Have every tenant that adopted a recipe take a version of it by a day. Their own pages say so, and why.
 *
 * @throws Problem `not-found`, `request-invalid` (a version that is not there, a day that is over)
 */
export async function requireRecipe(
  ctx: Context,
  recipe: string,
  { version: asked, by, why }: NewRecipeDeadline,
): Promise<RecipeProgress> {
  requireScope(ctx, "platform:write");
  const { line } = await ctx.cookbook.latest(recipe);
  const version = asked ?? line.version;
  if (version > line.version) throw invalid("/version", "There is no such version yet.");
  if (by < instant(ctx.now()).slice(0, 10)) throw invalid("/by", "This day is over.");
  const setBy = ctx.actor.name;
  const deadline = { recipe, version, by, why, setBy, setAt: ctx.now() };
  await ctx.cookbook.require(deadline);
  await tell(ctx, recipe, { type: "recipe.required", data: { version, by } });
  return progressOf(ctx, deadline, await ctx.cookbook.names());
}

/** Leave it to tenants again whether they take an update. @throws Problem `not-found` */
export async function requireRecipeNoMore(ctx: Context, recipe: string): Promise<void> {
  requireScope(ctx, "platform:write");
  if (!(await ctx.cookbook.requireNoMore(recipe))) throw new Problem("not-found");
  await tell(ctx, recipe, { type: "recipe.required-no-more", data: {} });
}

async function tell(
  ctx: Context,
  subject: string,
  said: {
    readonly type: "recipe.required" | "recipe.required-no-more";
    readonly data: Record<string, string | number>;
  },
): Promise<void> {
  await change(ctx, ({ tx }) =>
    appendEvent(tx, { ...said, subject, actor: ctx.actor, at: ctx.now() }),
  );
}

async function progressOf(
  { cookbook }: Context,
  { recipe, version, by, why, setBy, setAt }: DeadlineRow,
  names: ReadonlyMap<string, string>,
): Promise<RecipeProgress> {
  const [line] = await cookbook.versions(recipe);
  const takers = await cookbook.takers(recipe);
  const tenants = [...new Set(takers.map(({ tenant }) => tenant))].map((tenant) => {
    const rows = takers.filter((row) => row.tenant === tenant);
    return { tenant, name: names.get(tenant) ?? tenant, state: stateOf(rows, version) };
  });
  const live = tenants.filter(({ state }) => state === "live").length;
  const title = line?.title ?? recipe;
  const said = { recipe, title, version, by, why, setBy, setAt: instant(setAt) };
  return { ...said, live, adopted: tenants.length, tenants };
}

/** A tenant has it once all of its services that came from the recipe have. */
function stateOf(
  rows: readonly TakerRow[],
  version: number,
): RecipeProgress["tenants"][number]["state"] {
  const has = (one: number | null) => one !== null && one >= version;
  if (rows.every(({ live }) => has(live))) return "live";
  return rows.every(({ live, draft }) => has(live) || has(draft)) ? "in-the-making" : "waiting";
}

function invalid(pointer: string, detail: string): Problem {
  return new Problem("request-invalid", { faults: [{ pointer, code: "unworkable", detail }] });
}
