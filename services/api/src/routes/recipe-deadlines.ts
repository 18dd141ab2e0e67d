import { NewRecipeDeadline, pageOf, RecipeProgress, Slug } from "@guildhall/contract";
import { listRecipeDeadlines, requireRecipe, requireRecipeNoMore } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { readJson } from "../read-json.ts";
import { createRouter, json, readRefusals, refusals, writeRefusals } from "../router.ts";
import { common } from "./recipes.ts";

const params = z.object({ recipe: Slug });

const list = createRoute({
  ...common,
  method: "get",
  path: "/recipe-deadlines",
  operationId: "listRecipeDeadlines",
  summary: "See how far updates that have to be taken have got",
  description:
    "For whoever runs the platform: which tenants have it live, by name, and nothing of what they made of it.",
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "Updates, the nearest day first", ...json(pageOf(RecipeProgress)) },
    ...refusals(...readRefusals),
  },
});

const require = createRoute({
  ...common,
  method: "put",
  path: "/recipes/{recipe}/deadline",
  operationId: "requireRecipe",
  summary: "Have every tenant that adopted a recipe take a version of it by a day",
  description: "For whoever runs the platform. Tenants see the day and why.",
  middleware: [requireCredential, readJson] as const,
  request: {
    params,
    body: {
      required: true,
      ...json(NewRecipeDeadline, { by: "2099-04-01", why: "The law has changed." }),
    },
  },
  responses: {
    200: { description: "How far it has got", ...json(RecipeProgress) },
    ...refusals(...writeRefusals),
  },
});

const end = createRoute({
  ...common,
  method: "delete",
  path: "/recipes/{recipe}/deadline",
  operationId: "requireRecipeNoMore",
  summary: "Leave it to tenants again whether they take an update",
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 204: { description: "Required no more" }, ...refusals(...readRefusals) },
});

/** What whoever runs the platform requires of those who adopted a recipe. */
export const recipeDeadlines = createRouter()
  .openapi(list, async (c) => c.json(await listRecipeDeadlines(c.var.ctx), 200))
  .openapi(require, async (c) =>
    c.json(await requireRecipe(c.var.ctx, c.req.valid("param").recipe, c.req.valid("json")), 200),
  )
  .openapi(end, async (c) => {
    await requireRecipeNoMore(c.var.ctx, c.req.valid("param").recipe);
    return c.body(null, 204);
  });
