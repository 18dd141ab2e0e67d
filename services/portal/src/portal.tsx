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
import { leadToWelsh } from "./http/lead-to-welsh.ts";
import { languageOf, originOf, platformPath } from "./http/own-domain.ts";
import { createServiceShelf } from "./journey/forms.ts";
import { portalStyles } from "./pages/styles.ts";
import { createPlatform } from "./platform/platform.ts";
import { openAssisted, sayAssisting } from "./routes/assist.tsx";
import { councilRoutes, showHome } from "./routes/council.tsx";
import { developerRoutes } from "./routes/developers.tsx";
import { answerFaults, answerForeign, answerNotFound } from "./routes/faults.tsx";
import { feedbackRoutes } from "./routes/feedback.tsx";
import { findCouncil } from "./routes/find-council.ts";
import { followingRoutes, stopRoute } from "./routes/following.tsx";
import { myRequestsRoutes } from "./routes/my-requests.tsx";
import type { Parts } from "./routes/parts.ts";
import { placeRoutes } from "./routes/places.ts";
import { previewRoutes } from "./routes/preview.tsx";
import { requestRoutes } from "./routes/request-routes.ts";
import { returnRoutes } from "./routes/returning.tsx";
import { serviceRoutes } from "./routes/services.ts";
import { statementRoutes } from "./routes/statements.tsx";
import { showTenants } from "./routes/tenants.tsx";
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
  const council = findCouncil(platform, deps);
  app.post("/c/:tenant/following/:key/stop", council, stopRoute(parts));
  app.use(refuseForeignForms(home, (c) => answerForeign(c, parts)));
  app.use("/assets/*", compress());
  app.route("/assets", createAssetRoutes(deps.assets, styles));
  app.get("/", showTenants(parts, platform));
  app.get("/c/:tenant", (c) => c.redirect(`${new URL(c.req.url).pathname}/`, 308));
  app.use("/c/:tenant/*", council);
  app.use("/c/:tenant/services/:service/*", sayAssisting);
  app.use("/c/:tenant/track/:reference/*", sayAssisting);
  app.get("/c/:tenant/services/:service", leadToWelsh);
  app.get("/c/:tenant/", leadToWelsh, showHome(parts));
  app.route("/c/:tenant", statementRoutes(parts, platform));
  app.route("/c/:tenant/return", returnRoutes(parts));
  app.route("/c/:tenant/services", serviceRoutes(parts));
  app.route("/c/:tenant", placeRoutes());
  app.get("/c/:tenant/assist", openAssisted(parts));
  app.route("/c/:tenant/preview", previewRoutes(parts));
  app.route("/c/:tenant/feedback", feedbackRoutes(parts));
  app.route("/c/:tenant/following", followingRoutes(parts));
  app.route("/c/:tenant/my-requests", myRequestsRoutes(parts, platform));
  app.route("/c/:tenant/track", requestRoutes(parts));
  app.route("/c/:tenant/developers", developerRoutes(parts));
  app.route("/c/:tenant", councilRoutes(parts));
  return app;
}
