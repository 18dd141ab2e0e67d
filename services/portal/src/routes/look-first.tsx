import type { NearbyProcess } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { findJourney, type NoJourney } from "../journey/journey.ts";
import { lookedAround, pageToLookAfter, placeIn } from "../journey/look-first.ts";
import { progressOf } from "../journey/progress.ts";
import { LookFirstPage } from "../pages/look-first-page.tsx";
import { keepSession, readSession } from "../session/cookie.ts";
import { answerNoJourney } from "./no-journey.tsx";
import type { Parts } from "./parts.ts";
import { nextAfter } from "./questions.tsx";
import type { Reached } from "./reach-page.ts";
import { serviceOf } from "./service-of.ts";

/**
 * The step of a form that offers what is open near its place, before it goes on.
 *
 * Where nothing is open there, or nobody can say, the step is passed over. A place is asked about once in a form.
 */
export function lookFirstRoutes(parts: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get("/:service/is-it-one-of-these", async (c) => {
    const reached = await reachLook(c, parts);
    if ("why" in reached) return answerNoJourney(c, reached.why, serviceOf(c), parts);
    const nearby = await lookAround(c, reached);
    return nearby.length === 0 ? goOn(c, parts, reached) : show(c, parts, reached, nearby);
  });

  app.post("/:service/is-it-one-of-these", async (c) => {
    const reached = await reachLook(c, parts);
    if ("why" in reached) return answerNoJourney(c, reached.why, serviceOf(c), parts);
    return goOn(c, parts, reached);
  });
  return app;
}

/** @throws NotFound for a service whose owner lets nobody look */
async function reachLook(
  c: Context<PortalEnv>,
  { shelf, today }: Parts,
): Promise<Reached | { readonly why: NoJourney }> {
  const journey = await findJourney(c, serviceOf(c), shelf);
  if (typeof journey === "string") return { why: journey };
  const { form, draft, service } = journey;
  const page = pageToLookAfter(service);
  if (!page) throw new NotFound();
  const progress = progressOf(form, draft, today());
  return { journey, progress, page, changing: c.req.query("change") === "yes" };
}

async function lookAround(c: Context<PortalEnv>, { journey }: Reached): Promise<NearbyProcess[]> {
  const { service, draft } = journey;
  const place = placeIn(service, draft);
  if (!place) return [];
  try {
    return await c.var.council.api.nearby(service.id, place);
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}

/** Go on with the form, and do not ask about this place again. */
function goOn(c: Context<PortalEnv>, parts: Parts, reached: Reached): Response {
  const { service, draft } = reached.journey;
  const place = placeIn(service, draft);
  const session = readSession(c);
  if (place)
    keepSession(c, session.withLooked(service.id, lookedAround(draft, place)), parts.publicUrl);
  return c.redirect(nextAfter(c, parts, reached, draft), 303);
}

function show(
  c: Context<PortalEnv>,
  { look }: Parts,
  { journey: { service }, page, changing }: Reached,
  nearby: readonly NearbyProcess[],
): Response | Promise<Response> {
  const { council } = c.var;
  const query = changing ? "?change=yes" : "";
  const back = `${council.at.page(service.id, page.id)}${query}`;
  const action = `${council.at.lookFirst(service.id)}${query}`;
  const props = { council, look, service, nearby, back, action };
  return c.html(<LookFirstPage {...props} />);
}
