import { Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { fileRoutes } from "./files.tsx";
import { lookFirstRoutes } from "./look-first.tsx";
import { overtakenRoutes } from "./overtaken.tsx";
import type { Parts } from "./parts.ts";
import { questionRoutes } from "./questions.tsx";
import { linkRoutes } from "./returning.tsx";
import { savingRoutes } from "./saving.tsx";
import { sendingRoutes } from "./sending.tsx";
import { startRoutes } from "./start.tsx";
import { taskRoutes } from "./tasks.tsx";

/** All pages of a service. Those that every service has come before those that its form names. */
export function serviceRoutes(parts: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  for (const routes of [
    sendingRoutes,
    taskRoutes,
    savingRoutes,
    linkRoutes,
    lookFirstRoutes,
    overtakenRoutes,
    startRoutes,
    fileRoutes,
    questionRoutes,
  ]) {
    app.route("/", routes(parts));
  }
  return app;
}
