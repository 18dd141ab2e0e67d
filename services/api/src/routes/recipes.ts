import {
  Flow,
  NewAdoption,
  NewRecipe,
  PageQuery,
  pageOf,
  RecipeDetail,
  RecipeFile,
  RecipeSearch,
  RecipeSummary,
  ServiceDraft,
  Slug,
} from "@guildhall/contract";
import {
  adoptRecipe,
  exportRecipe,
  getRecipe,
  getRecipeFlow,
  importRecipe,
  listRecipes,
  recall,
  recallDraft,
  shareRecipe,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { etagOf, found } from "../etag.ts";
import { answered, once } from "../once.ts";
import { readJson, readJsonUpTo } from "../read-json.ts";
import {
  bearer,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
} from "../router.ts";

export const common = { tags: ["Cookbook"], security: bearer };
const params = z.object({ recipe: Slug });
/** A service of many questions, in base64. */
const readFile = readJsonUpTo(4 * 1024 * 1024);

const exampleRecipe: z.input<typeof NewRecipe> = {
  service: "noise",
  news: "Asks for the times of the noise.",
  parts: [
    { at: "/retention/lawfulBasis", may: "locked", why: "The law is the same for every council." },
    { at: "/target", may: "must-change", why: "Say how soon your own council answers." },
  ],
};

const list = createRoute({
  ...common,
  method: "get",
  path: "/recipes",
  operationId: "listRecipes",
  summary: "List the recipes that can be adopted",
  middleware: [requireCredential] as const,
  request: { query: PageQuery.extend(RecipeSearch.shape) },
  responses: {
    200: { description: "The latest version of each, by name", ...json(pageOf(RecipeSummary)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const share = createRoute({
  ...common,
  method: "post",
  path: "/recipes",
  operationId: "shareRecipe",
  summary: "Share a live service as a recipe",
  description:
    "Or as the next version of one that you have shared. What belongs to you does not go with it: brand, teams, ledger codes, what was typed into scenarios, and, unless `withMappings` says otherwise, where answers go. Each part that `parts` names is locked, may be changed, or has to be decided by whoever adopts it.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { body: { required: true, ...json(NewRecipe, exampleRecipe) } },
  responses: {
    201: { description: "The recipe, signed", ...json(RecipeSummary) },
    ...refusals(...postRefusals, "recipe-refused"),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/recipes/{recipe}",
  operationId: "getRecipe",
  summary: "Look at a recipe before you adopt it",
  description: "What it asks and says, what its author says of its parts, and its versions.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The latest version", ...json(RecipeDetail) },
    ...refusals(...readRefusals),
  },
});

const flow = createRoute({
  ...common,
  method: "get",
  path: "/recipes/{recipe}/flow",
  operationId: "getRecipeFlow",
  summary: "See the ways through the form of a recipe",
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 200: { description: "The ways", ...json(Flow) }, ...refusals(...readRefusals) },
});

const file = createRoute({
  ...common,
  method: "get",
  path: "/recipes/{recipe}/file",
  operationId: "exportRecipe",
  summary: "Read a recipe as its signed file",
  description:
    "For another installation: it reads the file once whoever runs it trusts the key that signed it.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The file of the latest version", ...json(RecipeFile) },
    ...refusals(...readRefusals),
  },
});

const takeIn = createRoute({
  ...common,
  method: "post",
  path: "/recipe-files",
  operationId: "importRecipe",
  summary: "Take in a recipe from a file",
  description:
    "Whole, or not at all. It is refused where its signature does not fit, where nobody here trusts its publisher, where it needs a newer platform, and where its name is another's.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readFile, once] as const,
  request: {
    body: {
      required: true,
      ...json(RecipeFile, { payload: "e30", protected: "e30", signature: "c2ln" }),
    },
  },
  responses: {
    201: { description: "The recipe", ...json(RecipeSummary) },
    ...refusals(...postRefusals, "recipe-refused"),
  },
});

const adopt = createRoute({
  ...common,
  method: "post",
  path: "/recipes/{recipe}/adoptions",
  operationId: "adoptRecipe",
  summary: "Adopt a recipe",
  description:
    "Its latest version becomes a draft of a new service. What the author leaves to you is in the draft's readiness until you have changed or confirmed it; what is locked cannot be edited.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params,
    body: { required: true, ...json(NewAdoption, { title: "Report noise from neighbours" }) },
  },
  responses: {
    201: {
      description: "The draft",
      headers: found("", ServiceDraft)[200].headers,
      ...json(ServiceDraft),
    },
    ...refusals(...postRefusals, "service-draft-exists"),
  },
});

/** The cookbook: services that others have made, and share. */
export const recipes = createRouter()
  .openapi(list, async (c) => c.json(await listRecipes(c.var.ctx, c.req.valid("query")), 200))
  .openapi(share, async (c) => {
    const { ctx } = c.var;
    const before = await recall<RecipeSummary>(ctx);
    const recipe = before?.answer ?? (await shareRecipe(ctx, c.req.valid("json")));
    return c.json(recipe, 201, answered(before, `${ctx.issuer}/v1/recipes/${recipe.recipe}`));
  })
  .openapi(read, async (c) => c.json(await getRecipe(c.var.ctx, c.req.valid("param").recipe), 200))
  .openapi(flow, async (c) =>
    c.json(await getRecipeFlow(c.var.ctx, c.req.valid("param").recipe), 200),
  )
  .openapi(file, async (c) =>
    c.json(await exportRecipe(c.var.ctx, c.req.valid("param").recipe), 200),
  )
  .openapi(takeIn, async (c) => {
    const { ctx } = c.var;
    const before = await recall<RecipeSummary>(ctx);
    const recipe = before?.answer ?? (await importRecipe(ctx, c.req.valid("json")));
    return c.json(recipe, 201, answered(before, `${ctx.issuer}/v1/recipes/${recipe.recipe}`));
  })
  .openapi(adopt, async (c) => {
    const { ctx } = c.var;
    const { recipe } = c.req.valid("param");
    const before = await recallDraft(ctx);
    const draft = before?.answer ?? (await adoptRecipe(ctx, recipe, c.req.valid("json")));
    const location = `${ctx.issuer}/v1/service-drafts/${draft.service}`;
    return c.json(draft, 201, { ...answered(before, location), ETag: etagOf(draft) });
  });
