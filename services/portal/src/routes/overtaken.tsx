import type { Service } from "@guildhall/contract";
import { type Fields, formChanges, readBack, readFields, summaryOf } from "@guildhall/forms";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { findAnyJourney, type Journey } from "../journey/journey.ts";
import { changesOn } from "../journey/page-answers.ts";
import { ChangedPage, WithdrawnPage } from "../pages/overtaken-pages.tsx";
import { keepSession, readSession } from "../session/cookie.ts";
import { wearBrand } from "../wear-brand.ts";
import { answerNoJourney } from "./no-journey.tsx";
import type { Parts } from "./parts.ts";
import { whereLeft } from "./reach-page.ts";
import { serviceOf } from "./service-of.ts";

/** Where a form leads whose service was published anew or withdrawn while it was being filled in. */
export function overtakenRoutes(parts: Parts): Hono<PortalEnv> {
  const { shelf, publicUrl } = parts;
  const app = new Hono<PortalEnv>();

  app.get("/:service/what-changed", async (c) => {
    const journey = await findAnyJourney(c, serviceOf(c), shelf);
    if (typeof journey === "string") return answerNoJourney(c, journey, serviceOf(c), parts);
    const { standing } = journey.draft;
    if (standing === "withdrawn") return showWithdrawn(c, parts, journey);
    if (standing === "replaced") return showChanged(c, parts, journey);
    return c.redirect(whereLeft(c, journey, parts), 303);
  });

  app.post("/:service/what-changed", async (c) => {
    const id = serviceOf(c);
    const journey = await findAnyJourney(c, id, shelf);
    if (typeof journey === "string") return answerNoJourney(c, journey, id, parts);
    const { council } = c.var;
    if (journey.draft.standing !== "replaced") return c.redirect(council.at.newVersion(id), 303);
    const draft = await council.api.moveDraft(journey.handle);
    const handle = { ...journey.handle, version: draft.serviceVersion };
    keepSession(c, readSession(c).withDraft(id, handle), publicUrl);
    const ready = await shelf.version(council, id, draft.serviceVersion);
    return c.redirect(whereLeft(c, { ...ready, draft }, parts), 303);
  });
  return app;
}

/** Keep what was typed on a page of a form that cannot be finished as it is, and say so. */
export async function keepOvertaken(
  c: Context<PortalEnv>,
  { shelf }: Parts,
  fields: Fields,
): Promise<Response> {
  const id = serviceOf(c);
  const journey = await findAnyJourney(c, id, shelf);
  const { api, at } = c.var.council;
  if (typeof journey !== "string") {
    const page = journey.form.form.pages.find((one) => one.id === c.req.param("page"));
    if (page) await api.saveDraft(journey.handle, changesOn(page, readFields(page, fields)));
  }
  return c.redirect(at.newVersion(id), 303);
}

async function showChanged(
  c: Context<PortalEnv>,
  { look }: Parts,
  { service }: Journey,
): Promise<Response> {
  const { before, live } = await inOneLanguage(c, service);
  const { council } = c.var;
  const changes = formChanges(before.form, live.form);
  return c.html(<ChangedPage council={council} look={look} service={live} changes={changes} />);
}

/** Both versions in English where one has no Welsh: in two languages every question would seem to be put otherwise. */
async function inOneLanguage(
  c: Context<PortalEnv>,
  before: Service,
): Promise<{ readonly before: Service; readonly live: Service }> {
  const { api } = c.var.council;
  const live = await api.service(before.id);
  const lacking = [before, live].find(({ languages }) => !languages.includes(api.language));
  if (!lacking) return { before, live };
  wearBrand(c, lacking);
  return {
    before: await api.service(before.id, before.version, "en"),
    live: await api.service(before.id, live.version, "en"),
  };
}

function showWithdrawn(
  c: Context<PortalEnv>,
  { look }: Parts,
  { service, form, draft }: Journey,
): Response | Promise<Response> {
  const { language } = c.var.council;
  const read = readBack(form, draft.answers, { toThemself: true, language });
  const rows = read.flatMap((one) => one.rows);
  const page = { council: c.var.council, look, service, rows };
  const text = summaryOf(form, draft.answers, language);
  return c.html(<WithdrawnPage {...page} text={text} />, 410);
}
