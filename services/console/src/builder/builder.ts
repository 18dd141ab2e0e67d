import { Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { chasingRoutes } from "./chasing/routes.tsx";
import { conditionRoutes } from "./conditions/routes.tsx";
import { cookbookRoutes } from "./cookbook/routes.tsx";
import { destinationRoutes } from "./destinations/routes.tsx";
import { endingRoutes } from "./ending/routes.tsx";
import { flowRoutes } from "./flow/routes.tsx";
import { folderRoutes } from "./folder/routes.tsx";
import { editsRoute } from "./ground/edits-route.tsx";
import { homeRoutes } from "./home/routes.tsx";
import { lookRoutes } from "./look/routes.tsx";
import { messagesRoutes } from "./messages/routes.tsx";
import { nearbyRoutes } from "./nearby/routes.tsx";
import { outlineRoutes } from "./outline/routes.tsx";
import { privacyRoutes } from "./privacy/routes.tsx";
import { processRoutes } from "./process/routes.tsx";
import { publishRoutes } from "./publishing/publish-routes.tsx";
import { versionRoutes } from "./publishing/version-routes.tsx";
import { questionRoutes } from "./questions/routes.tsx";
import { servicesRoutes } from "./services/routes.tsx";
import { targetRoutes } from "./targets/routes.tsx";
import { tryingRoutes } from "./trying/routes.tsx";

/** Everything that services are made with: a room for each part of the work. */
export function builderRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  for (const routes of rooms) app.route("/", routes(parts));
  return app;
}

const rooms = [
  chasingRoutes,
  endingRoutes,
  cookbookRoutes,
  editsRoute,
  destinationRoutes,
  targetRoutes,
  servicesRoutes,
  homeRoutes,
  outlineRoutes,
  lookRoutes,
  privacyRoutes,
  publishRoutes,
  versionRoutes,
  tryingRoutes,
  messagesRoutes,
  processRoutes,
  nearbyRoutes,
  questionRoutes,
  conditionRoutes,
  flowRoutes,
  folderRoutes,
];
