import { Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { findJourney } from "../journey/journey.ts";
import { progressOf } from "../journey/progress.ts";
import { TasksPage } from "../pages/tasks-page.tsx";
import { answerNoJourney } from "./no-journey.tsx";
import type { Parts } from "./parts.ts";
import { whereNext } from "./reach-page.ts";
import { serviceOf } from "./service-of.ts";

/** The list of tasks of a long form. */
export function taskRoutes(parts: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/:service/tasks", async (c) => {
    const journey = await findJourney(c, serviceOf(c), parts.shelf);
    if (typeof journey === "string") return answerNoJourney(c, journey, serviceOf(c), parts);
    const { service, form, draft } = journey;
    const progress = progressOf(form, draft, parts.today());
    if (progress.sections.length === 0)
      return c.redirect(whereNext(c, { service, progress, changing: false }), 303);
    const page = { council: c.var.council, look: parts.look, service, progress };
    return c.html(<TasksPage {...page} />);
  });
  return app;
}
