import { Reference, type Tracking } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { type Context, Hono } from "hono";
import type { Look, PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { TrackPage } from "../pages/track-page.tsx";
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
      const token = trackingKey.test(key) && (await openOrNot(c, reference, key));
      if (!token) return sayWrongLink(c, look, reference);
      keepSession(c, readSession(c).withTracking(reference, token), publicUrl);
      return c.redirect(council.at.tracking(reference), 303);
    }
    const tracking = await track(c, reference);
    const added = c.req.query("added") === "yes" && tracking.complete;
    const page = { council: c.var.council, look, tracking, added };
    return c.html(<TrackingPage {...page} />);
  });

  app.get("/:reference/changes", async (c) => {
    const reference = referenceOf(c);
    const token = readSession(c).tracking(reference);
    const { api } = c.var.council;
    return await withOrWithout(token, (shown) => api.changes(reference, shown));
  });

  app.get("/:reference/answers.pdf", async (c) => {
    const reference = referenceOf(c);
    const token = readSession(c).tracking(reference);
    const { documents } = await askFor(c, reference);
    const form = documents.find(({ kind }) => kind === "form");
    if (token === undefined || !form) throw new NotFound();
    return await c.var.council.api.document(form.id, token, "application/pdf");
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

/** A link that was guessed, cut or changed, or is another council's, opens nothing: all of them are told the same. */
async function openOrNot(
  c: Context<PortalEnv>,
  reference: string,
  key: string,
): Promise<string | undefined> {
  try {
    return await c.var.council.api.openTracking(reference, key);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}

async function sayWrongLink(
  c: Context<PortalEnv>,
  look: Look,
  reference: string,
): Promise<Response> {
  const { council } = c.var;
  const fault = council.words.tracking.wrongLink;
  return c.html(<TrackPage council={council} look={look} value={reference} fault={fault} />, 404);
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
  return withOrWithout(readSession(c).tracking(reference), (token) => api.track(reference, token));
}

async function withOrWithout<T>(
  token: string | undefined,
  ask: (token?: string) => Promise<T>,
): Promise<T> {
  try {
    return await ask(token);
  } catch (error) {
    if (token === undefined || !(error instanceof Refused) || error.status !== 401) throw error;
    return await ask();
  }
}

/** @throws NotFound for what can be no reference */
export function referenceOf(c: Context<PortalEnv>): string {
  const reference = Reference.safeParse(c.req.param("reference"));
  if (!reference.success) throw new NotFound();
  return reference.data;
}
