import {
  carriedBy,
  locksTitle,
  partAt,
  partTitle,
  saidOfParts,
  suggestedParts,
} from "@guildhall/builder";
import {
  type NewRecipe,
  Problem,
  type RecipeDefinition,
  type RecipeFile,
  type RecipePart,
  type RecipeSketch,
  type RecipeSummary,
} from "@guildhall/contract";
import { appendEvent, type NewEvent, type RecipeLine } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { asService } from "./parts.ts";
import { presentRecipe } from "./present.ts";

/**
 * See a live service as it would be shared: what goes with it, what stays here, and what could be said of its parts.
 *
 * @throws Problem `not-found`
 */
export async function sketchRecipe(
  ctx: Context,
  service: string,
  { withMappings }: { readonly withMappings: boolean },
): Promise<RecipeSketch> {
  requireScope(ctx, "services:read");
  const live = await ctx.catalogue.live(service);
  const { definition, leftOut } = carriedBy(live.definition, { withMappings });
  const id = await nameFor(ctx, service);
  const [last] = await ctx.cookbook.versions(id);
  const whole = wholeOf(definition);
  const said = last ? saidOfParts((await ctx.cookbook.latest(id)).recipe) : suggestedParts(whole);
  const parts = said
    .filter(({ at }) => partAt(whole, at) !== undefined)
    .map((part) => ({ ...part, title: partTitle(whole, part.at) }));
  return { definition, leftOut, parts, version: (last?.version ?? 0) + 1 };
}

/**
 * Share a live service as a recipe, or as the next version of one that was shared from here.
 *
 * It is signed and can be adopted by everyone on the platform. What belongs to whoever shares it does not go with it.
 *
 * @throws Problem `not-found`, `recipe-refused` (a name that is somebody else's), `request-invalid` (a part that is not
 * there), `scope-missing` where it is only tried out
 */
export async function shareRecipe(ctx: Context, asked: NewRecipe): Promise<RecipeSummary> {
  requireScope(ctx, "services:write");
  refuseSandbox(ctx);
  const { service, news, parts, withMappings } = asked;
  const id = asked.recipe ?? (await nameFor(ctx, service));
  const live = await ctx.catalogue.live(service);
  const { definition } = carriedBy(live.definition, { withMappings });
  checkParts(definition, parts);
  const { title, summary } = live.definition;
  const said = { id, title, summary: asked.summary ?? summary, news, publisher: ctx.tenant.name };
  const line = await ctx.cookbook.share({
    tenant: await ownerOf(ctx, id),
    recipe: { ...said, definition, parts },
  });
  return tell(ctx, line, "recipe.shared");
}

/**
 * Take in a recipe from a file that a trusted publisher has signed: whole, or not at all.
 *
 * @throws Problem `recipe-refused` with the reason in a sentence, `scope-missing` where it is only tried out
 */
export async function importRecipe(ctx: Context, file: RecipeFile): Promise<RecipeSummary> {
  requireScope(ctx, "services:write");
  refuseSandbox(ctx);
  return tell(ctx, await ctx.cookbook.takeIn(file), "recipe.imported");
}

/** Anybody may have a key of a sandbox, and what is shared is there for everyone. */
function refuseSandbox({ tenant }: Context): void {
  if (tenant.sandboxOf !== undefined) throw new Problem("scope-missing");
}

async function tell(
  ctx: Context,
  line: RecipeLine,
  type: Extract<NewEvent["type"], "recipe.imported" | "recipe.shared">,
): Promise<RecipeSummary> {
  const { actor, tenant } = ctx;
  const deadlines = await ctx.cookbook.deadlines();
  return change(ctx, async ({ tx }) => {
    const event = { type, subject: line.id, actor, at: ctx.now() } as const;
    await appendEvent(tx, { ...event, data: { version: line.version } });
    return presentRecipe(line, { tenant: tenant.id, adoptions: [], deadlines });
  });
}

/** The service's own name, or, where that is another's recipe, the same with whose it is. */
async function nameFor(ctx: Context, service: string): Promise<string> {
  const [last] = await ctx.cookbook.versions(service);
  const isFree = !last || last.tenant === (await ownerOf(ctx, service));
  return isFree ? service : `${ctx.tenant.id}-${service}`.slice(0, longestName).replace(/-$/, "");
}

const longestName = 80;

/** What came with the platform is for whoever runs it to go on with. */
async function ownerOf({ cookbook, tenant }: Context, id: string): Promise<string | null> {
  const [last] = await cookbook.versions(id);
  return tenant.kind === "shared-service" && last && last.tenant === null ? null : tenant.id;
}

function checkParts(definition: RecipeDefinition, parts: readonly RecipePart[]): void {
  const whole = wholeOf(definition);
  const faults = parts.flatMap(({ at, may }, place) => {
    const pointer = `/parts/${place}/at`;
    if (locksTitle({ at, may })) return [{ pointer, code: "unworkable", detail: titleIsTheirs }];
    if (partAt(whole, at) === undefined)
      return [
        { pointer, code: "unworkable", detail: `There is no part “${at}” in what is shared.` },
      ];
    const isDouble = parts.findIndex((one) => one.at === at) < place;
    return isDouble
      ? [{ pointer, code: "unworkable", detail: `Two things are said of “${at}”.` }]
      : [];
  });
  if (faults.length > 0) throw new Problem("request-invalid", { faults });
}

const titleIsTheirs = "What a service is called cannot be locked: whoever adopts it names it.";

function wholeOf(definition: RecipeDefinition) {
  const said = {
    format: 1,
    id: "recipe",
    version: 1,
    news: "",
    publisher: "",
    summary: "",
  } as const;
  return asService({ ...said, title: definition.title, definition, parts: [] }, { id: "recipe" });
}
