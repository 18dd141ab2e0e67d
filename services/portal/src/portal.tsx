import { ukDate } from "@guildhall/forms";
import {
  assetUrls,
  createAssetRoutes,
  namedStylesheet,
  refuseForeignForms,
  securityHeaders,
} from "@guildhall/ui";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import type { Look, PortalDeps, PortalEnv } from "./environment.ts";
import { languageOf, originOf, platformPath } from "./http/own-domain.ts";
import { createServiceShelf } from "./journey/forms.ts";
import { portalStyles } from "./pages/styles.ts";
import { TenantsPage } from "./pages/tenants-page.tsx";
import { createPlatform } from "./platform/platform.ts";
import { openAssisted, sayAssisting } from "./routes/assist.tsx";
import { councilRoutes, showHome } from "./routes/council.tsx";
import { developerRoutes } from "./routes/developers.tsx";
import { answerFaults, answerForeign, answerNotFound } from "./routes/faults.tsx";
import { feedbackRoutes } from "./routes/feedback.tsx";
import { findCouncil } from "./routes/find-council.ts";
import type { Parts } from "./routes/parts.ts";
import { paymentRoutes } from "./routes/payment.tsx";
import { placeRoutes } from "./routes/places.ts";
import { previewRoutes } from "./routes/preview.tsx";
import { returnRoutes } from "./routes/returning.tsx";
import { serviceRoutes } from "./routes/services.ts";
import { statementRoutes } from "./routes/statements.tsx";
import { trackingRoutes } from "./routes/tracking.tsx";
import { speeches } from "./words/speech.tsx";

/**
 * The citizen's pages: find a service, fill it in, follow what is done.
 *
 * They have no way in of their own: everything is asked of the public API, with the citizen's own token or none.
 */
export function createPortal(deps: PortalDeps): Hono<PortalEnv> {
  const { publicUrl, reportFault = () => undefined, now = () => new Date() } = deps;
  const platform = createPlatform(deps);
  const styles = namedStylesheet("portal", portalStyles);
  const look: Look = {
    assets: assetUrls("/assets", deps.assets),
    stylesheet: `/assets/${styles.name}`,
  };
  const shelf = createServiceShelf();
  const speechOf = (request: Request) => speeches[languageOf(request, deps.domains)];
  const today = () => ukDate(now());
  const parts: Parts = { look, shelf, publicUrl, today, reportFault, speechOf };

  const app = new Hono<PortalEnv>({ getPath: (request) => platformPath(request, deps.domains) });
  app.onError(answerFaults(parts));
  app.notFound(answerNotFound(parts));
  app.use(securityHeaders());
  const home = ({ req }: Context) => originOf(req.raw, deps);
  app.use(refuseForeignForms(home, (c) => answerForeign(c, parts)));
  app.use("/assets/*", compress());
  app.route("/assets", createAssetRoutes(deps.assets, styles));
  app.get("/", async (c) => {
    return c.html(<TenantsPage look={look} tenants={await platform.tenants()} />);
  });
  app.get("/c/:tenant", (c) => c.redirect(`${new URL(c.req.url).pathname}/`, 308));
  app.use("/c/:tenant/*", findCouncil(platform, deps));
  app.use("/c/:tenant/services/:service/*", sayAssisting);
  app.use("/c/:tenant/track/:reference/*", sayAssisting);
  app.get("/c/:tenant/", showHome(parts));
  app.route("/c/:tenant", statementRoutes(parts, platform));
  app.route("/c/:tenant/return", returnRoutes(parts));
  app.route("/c/:tenant/services", serviceRoutes(parts));
  app.route("/c/:tenant", placeRoutes());
  app.get("/c/:tenant/assist", openAssisted(parts));
  app.route("/c/:tenant/preview", previewRoutes(parts));
  app.route("/c/:tenant/feedback", feedbackRoutes(parts));
  app.route("/c/:tenant/track", paymentRoutes(parts));
  app.route("/c/:tenant/track", trackingRoutes(parts));
  app.route("/c/:tenant/developers", developerRoutes(parts));
  app.route("/c/:tenant", councilRoutes(parts));
  return app;
}
