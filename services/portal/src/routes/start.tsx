import { fieldOf, readForm } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { findJourney, type Journey } from "../journey/journey.ts";
import { progressOf } from "../journey/progress.ts";
import { StartPage } from "../pages/start-page.tsx";
import { keepSession, readSession } from "../session/cookie.ts";
import { wearBrand } from "../wear-brand.ts";
import type { Parts } from "./parts.ts";
import { serviceOf } from "./service-of.ts";

/** Where a service starts. */
export function startRoutes(parts: Parts): Hono<PortalEnv> {
  const { look, publicUrl, shelf } = parts;
  const app = new Hono<PortalEnv>();

  app.get("/:service", async (c) => {
    const service = await c.var.council.api.service(serviceOf(c));
    wearBrand(c, service);
    const journey = await findJourney(c, service.id, shelf);
    const resumeAt = typeof journey === "string" ? undefined : whereLeft(c, journey, parts);
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
    if (typeof journey !== "string") return c.redirect(whereLeft(c, journey, parts), 303);
    const handle = await council.api.beginDraft(service);
    keepSession(c, readSession(c).withDraft(service, handle), publicUrl);
    const { form } = await shelf.version(council, service, handle.version);
    const [first] = progressOf(form, {}, parts.today()).pages;
    return c.redirect(council.at.page(service, first?.id ?? ""), 303);
  });
  return app;
}

function whereLeft(c: Context<PortalEnv>, journey: Journey, { today }: Parts): string {
  const { at } = c.var.council;
  const { service, form, draft } = journey;
  const { unfinished } = progressOf(form, draft.answers, today());
  return unfinished ? at.page(service.id, unfinished.id) : at.check(service.id);
}
