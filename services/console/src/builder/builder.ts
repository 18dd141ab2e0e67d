import { Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { editsRoute } from "./ground/edits-route.ts";

/** Everything that services are made with: a room for each part of the work. */
export function builderRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  for (const routes of rooms) app.route("/", routes(parts));
  return app;
}

const rooms = [editsRoute];
