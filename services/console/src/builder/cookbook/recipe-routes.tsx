import { NewAdoption } from "@guildhall/contract";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf, onceOf } from "../../routes/form.ts";
import { doneAt, frameOf, moreOf } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import { cookbookAddresses, recipeAddresses } from "./addresses.ts";
import { BringInPage } from "./bring-in-page.tsx";
import { CookbookPage } from "./cookbook-page.tsx";
import { readRecipeFile } from "./read-recipe-file.ts";
import { RecipePage } from "./recipe-page.tsx";

/** The cookbook: looking at recipes, adopting one, and bringing one in. */
export function recipeRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/cookbook", (c) => showAll(c, parts));
  app.get("/cookbook/recipes/:recipe", (c) => showRecipe(c, parts, { faults: {} }));
  app.post("/cookbook/recipes/:recipe/adopt", (c) => adopt(c, parts));
  app.get("/cookbook/recipes/:recipe/file", save);
  app.get("/cookbook/bring-in", (c) => showBringIn(c, parts, {}));
  app.post("/cookbook/bring-in", (c) => bringIn(c, parts));
  return app;
}

async function showAll(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const { api } = c.var.desk;
  const search = (c.req.query("search") ?? "").trim().slice(0, 200);
  const [recipes, adoptions] = await Promise.all([
    api.recipes({ search, cursor: c.req.query("cursor") }),
    api.adoptions(),
  ]);
  const more = moreOf(c, recipes.nextCursor);
  const page = { recipes: recipes.data, adoptions: adoptions.data, search, more };
  return c.html(<CookbookPage {...frameOf(c, parts)} {...page} />);
}

async function showRecipe(
  c: Context<ConsoleEnv>,
  parts: Parts,
  { faults, title }: { faults: Faults; title?: string },
): Promise<Response> {
  const { api } = c.var.desk;
  const name = c.req.param("recipe") ?? "";
  const [recipe, flow] = await Promise.all([api.recipe(name), api.recipeFlow(name)]);
  const once = crypto.randomUUID();
  const page = { recipe, flow, title: title ?? recipe.title, faults, once };
  const status = Object.keys(faults).length > 0 ? 400 : 200;
  return c.html(<RecipePage {...frameOf(c, parts)} {...page} />, status);
}

async function adopt(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const title = (fieldOf(fields, "title") ?? "").trim();
  const fault = faultIn(title);
  if (fault !== undefined) return showRecipe(c, parts, { faults: { title: fault }, title });
  const recipe = c.req.param("recipe") ?? "";
  const draft = await c.var.desk.api.adoptRecipe(recipe, { title }, onceOf(fields));
  const at = recipeAddresses(c.var.office.at.root, draft.service);
  return doneAt(c, at.recipe, "recipe-adopted");
}

function faultIn(title: string): string | undefined {
  if (title === "") return "Enter what the service is called";
  if (NewAdoption.shape.title.safeParse(title).success) return undefined;
  return title.length > 120
    ? "The name must be 120 characters or fewer"
    : "This has characters that cannot be kept. Type the name again";
}

async function save(c: Context<ConsoleEnv>): Promise<Response> {
  const recipe = c.req.param("recipe") ?? "";
  const file = await c.var.desk.api.recipeFile(recipe);
  return c.body(JSON.stringify(file), 200, {
    "Content-Type": "application/json",
    "Content-Disposition": `attachment; filename="${recipe}.recipe.json"`,
  });
}

function showBringIn(
  c: Context<ConsoleEnv>,
  parts: Parts,
  faults: Faults,
): Response | Promise<Response> {
  const status = Object.keys(faults).length > 0 ? 400 : 200;
  const page = { faults, once: crypto.randomUUID() };
  return c.html(<BringInPage {...frameOf(c, parts)} {...page} />, status);
}

async function bringIn(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const read = await readRecipeFile(c.req.raw);
  if ("fault" in read) return showBringIn(c, parts, { file: read.fault });
  const once = onceOf(new Map([["once", [c.req.query("once") ?? ""]]]));
  const call = c.var.desk.api.importRecipe(read.file, once);
  const { answer, refused } = await answerOrRefusal(call, ["recipe-refused"]);
  if (refused)
    return showBringIn(c, parts, {
      file: refused.faults[0]?.detail ?? "This recipe cannot be used here",
    });
  const at = cookbookAddresses(c.var.office.at);
  return doneAt(c, at.recipe(answer.recipe), "recipe-brought-in");
}
