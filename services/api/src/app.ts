import { Problem } from "@guildhall/contract";
import { publicJwks } from "@guildhall/keys";
import { OpenAPIHono } from "@hono/zod-openapi";
import { Hono } from "hono";
import { authenticate, findTenant, readCredential } from "./authenticate.ts";
import { createDocsPage } from "./docs-page.ts";
import type { ApiDeps, ApiEnv } from "./environment.ts";
import { everyAnswer } from "./every-answer.ts";
import { declareSecurity, describeApi } from "./openapi.ts";
import { refuseOtherMethods } from "./other-methods.ts";
import { toProblem, toResponse } from "./problem-response.ts";
import { createDocuments } from "./routes/documents.ts";
import { createDrafts } from "./routes/drafts.ts";
import { createPayments } from "./routes/payments.ts";
import { createPlatformRoutes } from "./routes/platform.ts";
import { createProcesses } from "./routes/processes.ts";
import { services } from "./routes/services.ts";
import { tasks } from "./routes/tasks.ts";
import { tracking } from "./routes/tracking.ts";

/** The signed API of every tenant: `/t/{tenant}/v1/…`, its document, its docs and its keys; and `/platform/v1`. */
export function createApi(deps: ApiDeps): Hono<ApiEnv> {
  const { publicUrl, reportFault } = deps;
  const app = new Hono<ApiEnv>();
  app.onError((error, c) => {
    const report = (fault: unknown) => reportFault(fault, c.var.requestId);
    return toResponse(toProblem(error, report), publicUrl);
  });
  app.notFound(() => toResponse(new Problem("not-found"), publicUrl));
  app.use(everyAnswer);
  app.use("/t/:tenant/v1/*", readCredential);
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
  // The same for every tenant but for its name and address, and slow to write: at the first need, once.
  let described: ReturnType<typeof describeApi> | undefined;
  app.get("/t/:tenant/v1/openapi.json", (c) => {
    const { tenant, issuer } = c.var.ground;
    described ??= describeApi(v1, { name: tenant.name, issuer });
    const info = { ...described.info, title: `${tenant.name} services API` };
    return c.json({ ...described, info, servers: [{ url: `${issuer}/v1` }] }, 200, briefly);
  });
  app.get("/t/:tenant/.well-known/jwks.json", (c) =>
    c.json(publicJwks(c.var.ground.keys.set), 200, briefly),
  );
  app.get("/t/:tenant/docs", (c) => c.redirect(`/t/${c.var.ground.tenant.id}/docs/`, 301));
  app.route("/t/:tenant/docs/", createDocsPage());
  app.use("/t/:tenant/v1/*", authenticate(deps));
  app.route("/t/:tenant/v1", v1);
}

const briefly = { "Cache-Control": "public, max-age=300" };

/** The routes under `/v1`, which are what the OpenAPI document describes. */
export function createV1({
  files,
  payments,
}: Pick<ApiDeps, "files" | "payments">): OpenAPIHono<ApiEnv> {
  const v1 = new OpenAPIHono<ApiEnv>();
  declareSecurity(v1);
  v1.route("/", services);
  v1.route("/drafts", createDrafts(files));
  v1.route("/processes", createProcesses(payments));
  v1.route("/", createPayments(payments));
  v1.route("/tasks", tasks);
  v1.route("/documents", createDocuments(files));
  v1.route("/tracking", tracking);
  return v1;
}
