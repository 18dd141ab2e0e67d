import { Problem } from "@guildhall/contract";
import { publicJwks } from "@guildhall/keys";
import { OpenAPIHono } from "@hono/zod-openapi";
import { Hono } from "hono";
import { authenticate, findTenant, readCredential } from "./authenticate.ts";
import { logCalls } from "./call-log.ts";
import { countViews } from "./count-views.ts";
import { createDocsPage } from "./docs-page.ts";
import { createDescriber } from "./document/describer.ts";
import type { ApiDeps, ApiEnv, V1Deps } from "./environment.ts";
import { everyAnswer } from "./every-answer.ts";
import { createIeg4 } from "./ieg4/ieg4.ts";
import { limitAddress } from "./limits.ts";
import { addMaking } from "./making.ts";
import { describeServer } from "./oauth/metadata.ts";
import { createTokenEndpoint } from "./oauth/token-endpoint.ts";
import { pathOf } from "./open311/format.ts";
import { createOpen311 } from "./open311/open311.ts";
import { declareSecurity } from "./openapi.ts";
import { refuseOtherMethods } from "./other-methods.ts";
import { createDocsPages } from "./pages/docs-pages.tsx";
import { toProblem, toResponse } from "./problem-response.ts";
import { createAccessRequests } from "./routes/access-requests.ts";
import { createAddresses } from "./routes/addresses.ts";
import { agreements } from "./routes/agreements.ts";
import { alarms } from "./routes/alarms.ts";
import { assistedDrafts } from "./routes/assist.ts";
import { audit } from "./routes/audit.ts";
import { brands } from "./routes/brands.ts";
import { calls } from "./routes/calls.ts";
import { chasing } from "./routes/chasing.ts";
import { createConnectors } from "./routes/connectors.ts";
import { coverage } from "./routes/coverage.ts";
import { deliveries } from "./routes/deliveries.ts";
import { createDocuments } from "./routes/documents.ts";
import { createDraftDocuments } from "./routes/draft-documents.ts";
import { createDraftMessages } from "./routes/draft-messages.ts";
import { draftReturns } from "./routes/draft-returns.ts";
import { createDrafts } from "./routes/drafts.ts";
import { createDrift } from "./routes/drift.ts";
import { createDryRuns } from "./routes/dry-runs.ts";
import { events } from "./routes/events.ts";
import { feedback } from "./routes/feedback.ts";
import { figures } from "./routes/figures.ts";
import { following } from "./routes/following.ts";
import { health } from "./routes/health.ts";
import { keys } from "./routes/keys.ts";
import { createMending } from "./routes/mending.ts";
import { messages } from "./routes/messages.ts";
import { myRequests } from "./routes/my-requests.ts";
import { createNotePreviews } from "./routes/note-previews.ts";
import { ofProcess } from "./routes/of-process.ts";
import { createPayments } from "./routes/payments.ts";
import { people } from "./routes/people.ts";
import { createPlaces } from "./routes/places.ts";
import { createPlatformRoutes } from "./routes/platform.ts";
import { previews } from "./routes/previews.ts";
import { createProcesses } from "./routes/processes.ts";
import { receipts } from "./routes/receipts.ts";
import { createReplays } from "./routes/replays.ts";
import { createScenarioRuns } from "./routes/scenario-runs.ts";
import { services } from "./routes/services.ts";
import { shownPreviews } from "./routes/shown-previews.ts";
import { createSignIn } from "./routes/sign-in.ts";
import { signingKeys } from "./routes/signing-keys.ts";
import { createSubscriptions } from "./routes/subscriptions.ts";
import { createTargets } from "./routes/targets.ts";
import { createLiveTargets } from "./routes/targets-live.ts";
import { taskWork } from "./routes/task-work.ts";
import { tasks } from "./routes/tasks.ts";
import { createTenants } from "./routes/tenants.ts";
import { createThumbnails } from "./routes/thumbnails.ts";
import { createTiles } from "./routes/tiles.ts";
import { createTracking } from "./routes/tracking.ts";
import { webhooks } from "./routes/webhooks.ts";
import { describeWebhooks } from "./webhook-catalogue.ts";

/** The signed API of every tenant: `/t/{tenant}/v1/…`, its document, its docs and its keys; and `/platform/v1`. */
export function createApi(deps: ApiDeps): Hono<ApiEnv> {
  const { publicUrl, reportFault } = deps;
  const app = new Hono<ApiEnv>({ getPath: pathOf });
  app.onError((error, c) => {
    const report = (fault: unknown) => reportFault(fault, c.var.requestId);
    const problem = toProblem(error, report);
    c.set("problem", problem.code);
    return toResponse(problem, publicUrl);
  });
  app.notFound((c) => {
    c.set("problem", "not-found");
    return toResponse(new Problem("not-found"), publicUrl);
  });
  app.use(everyAnswer);
  const noteCall = logCalls(deps.calls);
  for (const part of ["v1", "oauth", "open311", "open-api"])
    app.use(`/t/:tenant/${part}/*`, noteCall);
  app.use(limitAddress(deps.limits, publicUrl));
  app.use("/t/:tenant/v1/*", readCredential);
  // Before the tenant is found: who is no client of this tenant opens no database of its.
  app.route("/t/:tenant/oauth", createTokenEndpoint(deps));
  app.route("/t/:tenant/open311/v2", createOpen311(deps));
  app.route("/t/:tenant/open-api", createIeg4(deps));
  app.use("/t/:tenant/*", findTenant(deps));
  addTenantRoutes(app, deps);
  const platform = createPlatformRoutes(deps);
  refuseOtherMethods(platform, publicUrl);
  app.route("/", platform);
  return app;
}

function addTenantRoutes(app: Hono<ApiEnv>, deps: ApiDeps): void {
  const v1 = createV1(deps);
  refuseOtherMethods(v1, deps.publicUrl);
  const describe = createDescriber(v1);
  app.get("/t/:tenant/v1/openapi.json", (c) =>
    c.json(describe.openApi31(c.var.ground), 200, briefly),
  );
  app.get("/t/:tenant/v1/openapi-3.0.json", (c) =>
    c.json(describe.openApi30(c.var.ground), 200, briefly),
  );
  app.get("/t/:tenant/.well-known/jwks.json", (c) =>
    c.json(publicJwks(c.var.ground.keys.set), 200, briefly),
  );
  app.get("/t/:tenant/.well-known/oauth-authorization-server", describeServer);
  // Where RFC 8414 looks for what is said of an issuer that has a path.
  app.get("/.well-known/oauth-authorization-server/t/:tenant", findTenant(deps), describeServer);
  app.get("/t/:tenant/docs", (c) => c.redirect(`/t/${c.var.ground.tenant.id}/docs/`, 301));
  app.route("/t/:tenant/docs/", createDocsPages(deps, describe));
  app.route("/t/:tenant/docs/", createDocsPage());
  app.use("/t/:tenant/v1/*", authenticate(deps), countViews(deps.views));
  app.route("/t/:tenant/v1", v1);
}

const briefly = { "Cache-Control": "public, max-age=300" };

/** What people say of pages and of services that are not live yet, and the ways into a draft that was begun elsewhere. */
function addVoices(v1: OpenAPIHono<ApiEnv>): void {
  v1.route("/feedback", feedback);
  v1.route("/", previews);
  v1.route("/shown-previews", shownPreviews);
  v1.route("/assisted-drafts", assistedDrafts);
  v1.route("/draft-returns", draftReturns);
}

/** Addresses and maps. */
function addPlaces(v1: OpenAPIHono<ApiEnv>, places: ApiDeps["places"]): void {
  v1.route("/", createAddresses(places));
  v1.route("/", createPlaces(places));
  v1.route("/", createTiles(places));
}

/** What is tried out in the sandbox. */
function addTrials(v1: OpenAPIHono<ApiEnv>, deps: Pick<ApiDeps, "dryRuns" | "reportFault">): void {
  v1.route("/services", createDryRuns(deps));
  v1.route("/services", createScenarioRuns(deps));
  v1.route("/service-drafts", createDraftMessages(deps));
  v1.route("/processes", createNotePreviews(deps));
}

const needingNothing = [
  agreements,
  brands,
  services,
  following,
  chasing,
  myRequests,
  figures,
  health,
  taskWork,
];

/** The routes under `/v1`, which are what the OpenAPI document describes. */
export function createV1({
  files,
  live,
  payments,
  places,
  askOffice,
  dryRuns,
  mayCall,
  mending,
  onboarding,
  sandboxFor,
  signIns,
  targets,
  reportFault,
}: V1Deps): OpenAPIHono<ApiEnv> {
  const v1 = new OpenAPIHono<ApiEnv>();
  declareSecurity(v1);
  for (const part of needingNothing) v1.route("/", part);
  addTrials(v1, { dryRuns, reportFault });
  for (const create of [createDrafts, createDraftDocuments]) v1.route("/drafts", create(files));
  v1.route("/processes", createProcesses(payments));
  v1.route("/", createPayments(payments));
  v1.route("/tasks", tasks);
  for (const create of [createDocuments, createThumbnails]) v1.route("/documents", create(files));
  v1.route("/tracking", createTracking({ files, live }));
  addPlaces(v1, places);
  v1.route("/", createTenants({ onboarding, dryRuns, reportFault }));
  v1.route("/people", people);
  v1.route("/", createSignIn({ signIns }));
  v1.route("/messages", messages);
  v1.route("/", receipts);
  v1.route("/deliveries", deliveries);
  v1.route("/", createMending(mending));
  v1.route("/replays", createReplays({ mending, reportFault }));
  v1.route("/alarms", alarms);
  addVoices(v1);
  v1.route("/connectors", createConnectors(mayCall));
  v1.route("/connectors", coverage);
  v1.route("/connectors", createDrift({ askOffice }));
  v1.route("/connectors", createLiveTargets({ targets }));
  v1.route("/targets", createTargets({ targets }));
  v1.route("/audit", audit);
  v1.route("/processes", ofProcess);
  v1.route("/keys", keys);
  v1.route("/signing-keys", signingKeys);
  v1.route("/access-requests", createAccessRequests({ sandboxFor }));
  for (const part of [createSubscriptions(mayCall), webhooks]) v1.route("/subscriptions", part);
  v1.route("/calls", calls);
  v1.route("/events", events);
  addMaking(v1, { targets, mayCall });
  describeWebhooks(v1);
  return v1;
}
