import type { ServiceSummary } from "@guildhall/contract";
import { type Handler, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { themeOf } from "../pages/council-page.tsx";
import { HomePage } from "../pages/home-page.tsx";
import { TrackPage } from "../pages/track-page.tsx";
import { normalReference } from "./normal-reference.ts";
import type { Parts } from "./parts.ts";

/** A council's home: its services, and those of them that a citizen searches for. */
export function showHome({ look }: Parts): Handler<PortalEnv> {
  return async (c) => {
    const { council } = c.var;
    const query = (c.req.query("q") ?? "").slice(0, 200).trim();
    const services = matching(await council.api.services(), query);
    return c.html(<HomePage council={council} look={look} services={services} query={query} />);
  };
}

/** A council's own pages: where requests are looked up, and its look. */
export function councilRoutes({ look }: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/track", (c) => {
    const typed = c.req.query("reference");
    const { council } = c.var;
    if (typed === undefined) return c.html(<TrackPage council={council} look={look} />);
    const reference = normalReference(typed);
    if (reference) return c.redirect(council.at.tracking(reference), 303);
    const fault = council.words.tracking.wrong;
    return c.html(<TrackPage council={council} look={look} value={typed} fault={fault} />, 422);
  });
  app.get("/brands/:file{[a-z0-9-]+\\.css}", (c) => {
    const id = c.req.param("file").replace(/\.css$/, "");
    const brand = c.var.council.tenant.brands.find((one) => one.id === id);
    if (!brand) throw new NotFound();
    return c.body(themeOf({ brand }).css, 200, {
      "Content-Type": "text/css; charset=utf-8",
      "Cache-Control": "public, max-age=31536000, immutable",
    });
  });
  app.get("/brands/:brand/logo", async (c) => {
    const brand = c.var.council.tenant.brands.find(({ id }) => id === c.req.param("brand"));
    if (!brand?.logo) throw new NotFound();
    return await c.var.council.api.logo(brand.id);
  });
  return app;
}

/** Every word must occur, wherever it does. */
function matching(services: readonly ServiceSummary[], query: string): ServiceSummary[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return services.filter(({ title, summary, category }) => {
    const text = plain(`${title} ${summary} ${category}`);
    return words.every((word) => text.includes(word));
  });
}

/** Small letters without accents: many write “swn” for “sŵn”. */
function plain(text: string): string {
  return text.toLocaleLowerCase("en-GB").normalize("NFD").replaceAll(/\p{M}/gu, "");
}
