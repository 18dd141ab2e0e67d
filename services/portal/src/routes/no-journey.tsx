import type { Context } from "hono";
import type { PortalEnv } from "../environment.ts";
import type { NoJourney } from "../journey/journey.ts";
import { ExpiredPage, SentPage } from "../pages/no-draft-page.tsx";
import { readSession } from "../session/cookie.ts";
import type { Parts } from "./parts.ts";

/** Answer someone whose form was sent, or is not kept any more. */
export async function answerNoJourney(
  c: Context<PortalEnv>,
  why: NoJourney,
  id: string,
  { look }: Pick<Parts, "look">,
): Promise<Response> {
  const { council } = c.var;
  if (why === "sent" && readSession(c).receipt(id)) {
    return c.redirect(council.at.confirmation(id), 303);
  }
  const service = await council.api.service(id);
  if (why === "sent")
    return c.html(<SentPage council={council} look={look} service={service} />, 409);
  return c.html(<ExpiredPage council={council} look={look} service={service} />, 410);
}
