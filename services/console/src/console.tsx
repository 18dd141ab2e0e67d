import type { Scope } from "@guildhall/contract";
import {
  assetUrls,
  createAssetRoutes,
  namedStylesheet,
  refuseForeignForms,
  securityHeaders,
} from "@guildhall/ui";
import { Hono } from "hono";
import { front } from "./addresses.ts";
import { brandRoutes } from "./brands/routes.tsx";
import { builderRoutes } from "./builder/builder.ts";
import { caseworkRoutes } from "./casework/routes.tsx";
import { councilRoutes } from "./councils/routes.tsx";
import type { ConsoleDeps, ConsoleEnv, Look, Parts } from "./environment.ts";
import { RefusedPage } from "./pages/plain-page.tsx";
import { consoleStyles } from "./pages/styles.ts";
import { createClients } from "./platform/clients.ts";
import { accessRoutes } from "./routes/access.tsx";
import { agreementRoutes } from "./routes/agreements.tsx";
import { alarmRoutes } from "./routes/alarms.tsx";
import { assistRoutes } from "./routes/assist.tsx";
import { auditRoutes } from "./routes/audit.tsx";
import { callerRoutes } from "./routes/callers.tsx";
import { callRoutes } from "./routes/calls.tsx";
import { connectionRoutes } from "./routes/connections.tsx";
import { contactRoutes } from "./routes/contacts.tsx";
import { deliveryRoutes } from "./routes/deliveries.tsx";
import { documentRoutes } from "./routes/documents.tsx";
import { driftRoutes } from "./routes/drift.tsx";
import { answerFaults, answerNotFound } from "./routes/faults.tsx";
import { feedbackRoutes } from "./routes/feedback.tsx";
import { figureRoutes } from "./routes/figures.tsx";
import { findOffice } from "./routes/find-office.ts";
import { showFront } from "./routes/front.tsx";
import { showHome } from "./routes/home.tsx";
import { informationRoutes } from "./routes/information.tsx";
import { keyRoutes } from "./routes/keys.tsx";
import { overviewRoutes } from "./routes/overview.tsx";
import { peopleRoutes } from "./routes/people.tsx";
import { previewRoutes } from "./routes/previews.tsx";
import { replayRoutes } from "./routes/replays.tsx";
import { retentionRoutes } from "./routes/retention.tsx";
import { shortcutRoutes } from "./routes/shortcuts.tsx";
import { signInRoutes } from "./routes/sign-in.tsx";
import { showSignedIn } from "./routes/signed-in.tsx";
import { statusRoutes } from "./routes/statuses.tsx";
import { webhookRoutes } from "./routes/webhooks.tsx";
import { formsByScope, only } from "./session/allowed.ts";
import { requireSignIn } from "./session/signed-in.ts";

/**
 * The staff pages: sign in, and look after who may use the platform.
 *
 * They have no way in of their own: everything is asked of the public API, with the person's own token or none.
 */
export function createConsole(deps: ConsoleDeps): Hono<ConsoleEnv> {
  const { publicUrl, reportFault = () => undefined, now = () => new Date() } = deps;
  const clientFor = createClients(deps);
  const styles = namedStylesheet("console", consoleStyles);
  const look: Look = {
    assets: assetUrls("/console/assets", deps.assets),
    stylesheet: `/console/assets/${styles.name}`,
  };
  const parts: Parts = { look, publicUrl, now, reportFault };

  const app = new Hono<ConsoleEnv>();
  app.onError(answerFaults(parts));
  app.notFound(answerNotFound(parts));
  app.use(securityHeaders());
  app.use(
    refuseForeignForms(publicUrl, (c, words) =>
      c.html(<RefusedPage look={look} {...words} />, 403),
    ),
  );
  app.route("/console/assets", createAssetRoutes(deps.assets, styles));
  app.get("/console", (c) => c.redirect(front, 308));
  app.get(front, showFront(parts, clientFor));
  app.get("/console/:tenant", (c) => c.redirect(`${front}${c.req.param("tenant")}/`, 308));
  app.use("/console/:tenant/*", findOffice(clientFor));
  app.route("/console/:tenant", signInRoutes(parts));
  app.use("/console/:tenant/*", requireSignIn(parts, clientFor));
  // The keys of the table are scopes.
  for (const [scope, paths] of Object.entries(formsByScope))
    for (const path of paths) app.use(`/console/:tenant${path}`, only(scope as Scope));
  app.get("/console/:tenant/", showHome(parts));
  app.get("/console/:tenant/signed-in", showSignedIn(parts));
  for (const routes of areas) app.route("/console/:tenant", routes(parts));
  return app;
}

/** All that is done behind the sign-in. */
const areas = [
  caseworkRoutes,
  accessRoutes,
  keyRoutes,
  peopleRoutes,
  webhookRoutes,
  callRoutes,
  overviewRoutes,
  figureRoutes,
  auditRoutes,
  deliveryRoutes,
  documentRoutes,
  informationRoutes,
  contactRoutes,
  replayRoutes,
  alarmRoutes,
  connectionRoutes,
  statusRoutes,
  driftRoutes,
  feedbackRoutes,
  assistRoutes,
  callerRoutes,
  agreementRoutes,
  previewRoutes,
  brandRoutes,
  retentionRoutes,
  builderRoutes,
  councilRoutes,
  shortcutRoutes,
];
