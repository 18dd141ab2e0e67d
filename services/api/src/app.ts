import { Problem } from "@guildhall/contract";
import { publicJwks } from "@guildhall/keys";
import { OpenAPIHono } from "@hono/zod-openapi";
import { Hono } from "hono";
import { authenticate, findTenant } from "./authenticate.ts";
import { createDocsPage } from "./docs-page.ts";
import type { ApiDeps, ApiEnv } from "./environment.ts";
import { declareSecurity, describeApi } from "./openapi.ts";
import { toResponse } from "./problem-response.ts";
import { createDocuments } from "./routes/documents.ts";
import { createDrafts } from "./routes/drafts.ts";
import { createPlatformRoutes } from "./routes/platform.ts";
import { processes } from "./routes/processes.ts";
import { services } from "./routes/services.ts";
import { tasks } from "./routes/tasks.ts";
import { tracking } from "./routes/tracking.ts";

/** The signed API of every tenant: `/t/{tenant}/v1/…`, its document, its docs and its keys; and `/platform/v1`. */
export function createApi(deps: ApiDeps): Hono<ApiEnv> {
  const v1 = createV1(deps);
  const app = new Hono<ApiEnv>();
  app.onError((error) => toResponse(error, deps.reportFault, deps.publicUrl));
  app.notFound(() => toResponse(new Problem("not-found"), deps.reportFault, deps.publicUrl));
  app.use("/t/:tenant/*", findTenant(deps));
  app.get("/t/:tenant/v1/openapi.json", (c) => {
    const { tenant, issuer } = c.var.ground;
    return c.json(describeApi(v1, { name: tenant.name, issuer }));
  });
  app.get("/t/:tenant/.well-known/jwks.json", (c) => {
    return c.json(publicJwks(c.var.ground.keys.set), 200, {
      "Cache-Control": "public, max-age=300",
    });
  });
  app.route("/t/:tenant/docs", createDocsPage());
  app.use("/t/:tenant/v1/*", authenticate(deps));
  app.route("/t/:tenant/v1", v1);
  app.route("/", createPlatformRoutes(deps));
  return app;
}

/** The routes under `/v1`, which are what the OpenAPI document describes. */
export function createV1({ files }: Pick<ApiDeps, "files">): OpenAPIHono<ApiEnv> {
  const v1 = new OpenAPIHono<ApiEnv>();
  declareSecurity(v1);
  v1.route("/", services);
  v1.route("/drafts", createDrafts(files));
  v1.route("/processes", processes);
  v1.route("/tasks", tasks);
  v1.route("/documents", createDocuments(files));
  v1.route("/tracking", tracking);
  return v1;
}
