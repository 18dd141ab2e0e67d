import { NewRecipeDeadline } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import { doneAt, frameOf } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import { cookbookAddresses } from "./addresses.ts";
import { RequirePage } from "./require-page.tsx";
import { RequiredPage } from "./required-page.tsx";

/** What whoever runs the platform requires of those who use a recipe. */
export function requiredRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/cookbook/required", async (c) => {
    const { data: updates } = await c.var.desk.api.recipeDeadlines();
    return c.html(<RequiredPage {...frameOf(c, parts)} updates={updates} />);
  });
  app.get("/cookbook/recipes/:recipe/require", (c) => show(c, parts, {}));
  app.post("/cookbook/recipes/:recipe/require", (c) => require(c, parts));
  app.post("/cookbook/recipes/:recipe/require-no-more", async (c) => {
    const call = c.var.desk.api.requireNoMore(c.req.param("recipe"));
    await answerOrRefusal(call, ["not-found"]);
    return doneAt(c, cookbookAddresses(c.var.office.at).required, "update-not-required");
  });
  return app;
}

async function show(
  c: Context<ConsoleEnv>,
  parts: Parts,
  faults: Faults,
  fields?: Fields,
): Promise<Response> {
  const recipe = await c.var.desk.api.recipe(c.req.param("recipe") ?? "");
  const known = recipe.deadline;
  const why = (fields && fieldOf(fields, "why")) ?? known?.why ?? "";
  const day = fields ? dayTyped(fields) : dayOf(known?.by);
  const page = { ...frameOf(c, parts), recipe, why, day, faults };
  return c.html(<RequirePage {...page} />, fields ? 400 : 200);
}

async function require(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const body = { by: byIn(fields), why: (fieldOf(fields, "why") ?? "").trim() };
  const faults = faultsIn(body);
  if (Object.keys(faults).length > 0) return show(c, parts, faults, fields);
  const call = c.var.desk.api.requireRecipe(c.req.param("recipe") ?? "", body);
  const { refused } = await answerOrRefusal(call, ["request-invalid", "invalid-text"]);
  if (refused)
    return show(
      c,
      parts,
      { "by-day": refused.faults[0]?.detail ?? "This day cannot be used" },
      fields,
    );
  return doneAt(c, cookbookAddresses(c.var.office.at).required, "update-required");
}

function faultsIn({ by, why }: { by: string; why: string }): Faults {
  const { shape } = NewRecipeDeadline;
  return {
    ...(shape.by.safeParse(by).success ? {} : { "by-day": "Enter a day, like 31 3 2027" }),
    ...(shape.why.safeParse(why).success ? {} : { why: "Enter why, in 400 characters or fewer" }),
  };
}

const parts = ["year", "month", "day"] as const;

function byIn(fields: Fields): string {
  const [year = "", ...rest] = parts.map((part) => (fieldOf(fields, `by-${part}`) ?? "").trim());
  return [year, ...rest.map((number) => number.padStart(2, "0"))].join("-");
}

function dayTyped(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    parts.map((part) => [`by-${part}`, fieldOf(fields, `by-${part}`) ?? ""]),
  );
}

function dayOf(by: string | undefined): Record<string, string> {
  const numbers = by?.split("-") ?? [];
  return Object.fromEntries(
    parts.flatMap((part, place) => {
      const number = numbers[place];
      return number === undefined ? [] : [[`by-${part}`, String(Number(number))]];
    }),
  );
}
