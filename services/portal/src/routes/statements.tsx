import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { AccessibilityPage } from "../pages/accessibility-page.tsx";
import { CookiesPage } from "../pages/cookies-page.tsx";
import { PrivacyPage } from "../pages/privacy-page.tsx";
import { ServicePrivacyPage } from "../pages/service-privacy-page.tsx";
import type { Platform } from "../platform/platform.ts";
import { keepSession } from "../session/cookie.ts";
import { Session } from "../session/session.ts";
import { wearBrand } from "../wear-brand.ts";
import type { Parts } from "./parts.ts";
import { serviceOf } from "./service-of.ts";

/** What a council says of privacy, cookies and accessibility. */
export function statementRoutes({ look, publicUrl }: Parts, platform: Platform): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get("/privacy", async (c) => {
    const { council } = c.var;
    const [services, runBy] = await Promise.all([council.api.services(), runnerOf(c, platform)]);
    return c.html(<PrivacyPage council={council} look={look} services={services} runBy={runBy} />);
  });

  app.get("/services/:service/privacy", async (c) => {
    const service = await c.var.council.api.service(serviceOf(c));
    wearBrand(c, service);
    const { council } = c.var;
    const page = { council, look, service, runBy: await runnerOf(c, platform) };
    return c.html(<ServicePrivacyPage {...page} />);
  });

  app.get("/accessibility", (c) =>
    c.html(<AccessibilityPage council={c.var.council} look={look} />),
  );

  app.get("/cookies", (c) => {
    const cleared = c.req.query("deleted") === "yes";
    return c.html(<CookiesPage council={c.var.council} look={look} cleared={cleared} />);
  });

  app.post("/cookies", (c) => {
    keepSession(c, new Session(), publicUrl);
    return c.redirect(`${c.var.council.at.cookies}?deleted=yes`, 303);
  });
  return app;
}

/** The name of whoever runs the platform for the council. */
async function runnerOf(c: Context<PortalEnv>, platform: Platform): Promise<string | undefined> {
  const { runBy } = c.var.council.tenant;
  if (runBy === undefined) return undefined;
  return (await platform.tenants()).find(({ id }) => id === runBy)?.name;
}
