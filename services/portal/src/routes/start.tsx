import { fieldOf, readForm } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { findJourney, type Journey, type NoJourney } from "../journey/journey.ts";
import { nothingFilled, progressOf } from "../journey/progress.ts";
import { StartPage } from "../pages/start-page.tsx";
import { keepSession, readSession } from "../session/cookie.ts";
import { wearBrand } from "../wear-brand.ts";
import { answerNoJourney } from "./no-journey.tsx";
import type { Parts } from "./parts.ts";
import { whereLeft, whereNext } from "./reach-page.ts";
import { serviceOf } from "./service-of.ts";
import { showEnded } from "./show-ended.tsx";

/** Where a service starts. */
export function startRoutes(parts: Parts): Hono<PortalEnv> {
  const { look, publicUrl, shelf } = parts;
  const app = new Hono<PortalEnv>();

  app.get("/:service", async (c) => {
    const journey = await findJourney(c, serviceOf(c), shelf);
    // One that is withdrawn has no page to start from any more.
    if (journey === "withdrawn") return answerNoJourney(c, journey, serviceOf(c), parts);
    const service = await c.var.council.api.service(serviceOf(c)).catch((error) => ({ error }));
    if ("error" in service) return showEnded(c, service.error, parts);
    wearBrand(c, service);
    const resumeAt = resumes(c, journey, parts);
    return c.html(
      <StartPage council={c.var.council} look={look} service={service} resumeAt={resumeAt} />,
    );
  });

  app.post("/:service", async (c) => {
    const { council } = c.var;
    const service = serviceOf(c);
    const fields = await readForm(c.req.raw);
    const again = fields !== undefined && fieldOf(fields, "again") === "yes";
    const journey = again ? "gone" : await findJourney(c, service, shelf);
    const resumeAt = resumes(c, journey, parts);
    if (resumeAt !== undefined) return c.redirect(resumeAt, 303);
    const handle = await council.api.beginDraft(service);
    keepSession(c, readSession(c).withDraft(service, handle), publicUrl);
    const begun = await shelf.version(council, service, handle.version);
    const progress = progressOf(begun.form, nothingFilled, parts.today());
    const [first] = progress.pages;
    // The first page is read, though nothing may be left to answer on it.
    const to = { service: begun.service, progress: { ...progress, unfinished: first } };
    return c.redirect(whereNext(c, { ...to, changing: false }), 303);
  });
  return app;
}

/** Where a form goes on that was begun in this browser and not sent; undefined where there is none. */
function resumes(
  c: Context<PortalEnv>,
  journey: Journey | NoJourney,
  parts: Parts,
): string | undefined {
  if (typeof journey !== "string") return whereLeft(c, journey, parts);
  const isThere = journey === "replaced" || journey === "withdrawn";
  return isThere ? c.var.council.at.newVersion(serviceOf(c)) : undefined;
}
