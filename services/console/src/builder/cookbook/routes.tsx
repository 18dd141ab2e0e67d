import { Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { adoptionRoutes } from "./adoption-routes.tsx";
import { recipeRoutes } from "./recipe-routes.tsx";
import { requiredRoutes } from "./required-routes.tsx";
import { shareRoutes } from "./share-routes.tsx";

/** The cookbook, and what becomes of services that come from it or go into it. */
export function cookbookRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  for (const routes of [requiredRoutes, recipeRoutes, adoptionRoutes, shareRoutes])
    app.route("/", routes(parts));
  return app;
}
