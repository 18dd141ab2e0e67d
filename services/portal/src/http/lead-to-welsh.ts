import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { PortalEnv } from "../environment.ts";
import { readsWelshFirst } from "./read-welsh-first.ts";

/** What the answer of an address depends on, where it may lead to the Welsh one. */
const depends = "Accept-Language, Cookie, Sec-Fetch-Site";

/**
 * Lead whoever reads Welsh before anything else from a page in English to the same page in Welsh, as they come.
 *
 * Only who comes from elsewhere is led: whoever is here already has the switch on the page, and keeps what they chose
 * with it, and so does whoever has begun something. No cookie is set for it, and a browser that does not say where its
 * reader comes from is left alone, so nobody is sent in a circle. Caches are told what it goes by.
 */
export const leadToWelsh = createMiddleware<PortalEnv>(async function leadToWelshPage(c, next) {
  const { council } = c.var;
  if (council.language !== "en" || !council.languages.includes("cy")) return next();
  const comes = c.req.header("Sec-Fetch-Site") ?? "";
  const isNew = /^(?:none|cross-site|same-site)$/.test(comes) && !getCookie(c, council.cookie);
  const isLed = isNew && readsWelshFirst(c.req.header("Accept-Language"));
  if (isLed && (await isOffered(council, c.req.param("service")))) {
    c.header("Vary", depends);
    c.header("Cache-Control", "no-store");
    return c.redirect(council.at.inLanguage("cy", council.address), 302);
  }
  await next();
  c.res.headers.append("Vary", depends);
});

/** Whether a service is offered in Welsh; the council's own pages are where any of its services is. */
async function isOffered(
  { api }: PortalEnv["Variables"]["council"],
  service: string | undefined,
): Promise<boolean> {
  if (service === undefined) return true;
  const found = (await api.services()).find(({ id }) => id === service);
  return found?.languages.includes("cy") ?? false;
}
