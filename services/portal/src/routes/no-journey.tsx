import type { Context } from "hono";
import type { PortalEnv } from "../environment.ts";
import type { NoJourney } from "../journey/journey.ts";
import { ExpiredPage, SentPage } from "../pages/no-draft-page.tsx";
import { readSession } from "../session/cookie.ts";
import { wearBrand } from "../wear-brand.ts";
import type { Parts } from "./parts.ts";

/** Answer someone whose form was sent, is not kept any more, or cannot be finished as it is. */
export async function answerNoJourney(
  c: Context<PortalEnv>,
  why: NoJourney,
  id: string,
  { look }: Pick<Parts, "look">,
): Promise<Response> {
  if (why === "replaced" || why === "withdrawn")
    return c.redirect(c.var.council.at.newVersion(id), 303);
  if (why === "sent" && readSession(c).receipt(id)) {
    return c.redirect(c.var.council.at.confirmation(id), 303);
  }
  const service = await c.var.council.api.service(id);
  wearBrand(c, service);
  const { council } = c.var;
  if (why === "sent")
    return c.html(<SentPage council={council} look={look} service={service} />, 409);
  return c.html(<ExpiredPage council={council} look={look} service={service} />, 410);
}
