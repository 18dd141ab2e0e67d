import { Reference, type Tracking } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { TrackingPage } from "../pages/tracking-page.tsx";
import { keepSession, readSession } from "../session/cookie.ts";
import { wearBrand } from "../wear-brand.ts";
import type { Parts } from "./parts.ts";

const trackingKey = /^[0-9a-z]{1,60}$/i;
const documentId = /^\w{1,64}$/;

/** Follow a request by its reference; the link with its key, or the browser that sent it, shows everything. */
export function trackingRoutes({ look, publicUrl }: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get("/:reference", async (c) => {
    const { council } = c.var;
    const reference = referenceOf(c);
    const key = c.req.query("key");
    if (key !== undefined) {
      if (!trackingKey.test(key)) throw new NotFound();
      const token = await council.api.openTracking(reference, key);
      keepSession(c, readSession(c).withTracking(reference, token), publicUrl);
      return c.redirect(council.at.tracking(reference), 303);
    }
    const tracking = await track(c, reference);
    return c.html(<TrackingPage council={c.var.council} look={look} tracking={tracking} />);
  });

  app.get("/:reference/documents/:document", async (c) => {
    const token = readSession(c).tracking(referenceOf(c));
    const id = c.req.param("document");
    if (token === undefined || !documentId.test(id)) throw new NotFound();
    return await c.var.council.api.document(id, token);
  });
  app.get("/:reference/documents/:document/thumbnail", async (c) => {
    const token = readSession(c).tracking(referenceOf(c));
    const id = c.req.param("document");
    if (token === undefined || !documentId.test(id)) throw new NotFound();
    return await c.var.council.api.thumbnail({ token }, id);
  });
  return app;
}

/** What may be seen of a request; its pages wear the service's brand from here on. */
export async function track(c: Context<PortalEnv>, reference: string): Promise<Tracking> {
  const tracking = await askFor(c, reference);
  wearBrand(c, tracking);
  return tracking;
}

/** A token that is not good any more shows as much as none. */
async function askFor(c: Context<PortalEnv>, reference: string): Promise<Tracking> {
  const { api } = c.var.council;
  const token = readSession(c).tracking(reference);
  try {
    return await api.track(reference, token);
  } catch (error) {
    if (token === undefined || !(error instanceof Refused) || error.status !== 401) throw error;
    return await api.track(reference);
  }
}

/** @throws NotFound for what can be no reference */
export function referenceOf(c: Context<PortalEnv>): string {
  const reference = Reference.safeParse(c.req.param("reference"));
  if (!reference.success) throw new NotFound();
  return reference.data;
}
