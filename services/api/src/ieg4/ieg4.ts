import { OpenAPIHono } from "@hono/zod-openapi";
import { authenticate, findTenant, readCredential } from "../authenticate.ts";
import { deprecated } from "../deprecated.ts";
import type { ApiDeps, ApiEnv } from "../environment.ts";
import { declareSecurity } from "../openapi.ts";
import { refuseOtherMethods } from "../other-methods.ts";
import { createDocuments } from "../routes/documents.ts";
import { describeIeg4 } from "./describe.ts";
import { processes } from "./processes.ts";
import { steps } from "./steps.ts";

/** Long enough for every council to move its workflows, and near enough to begin. */
const sayItWillGo = deprecated({
  since: "2026-11-30",
  sunset: "2028-11-30",
  successor: (c) => `${c.var.ground.issuer}/v1/openapi.json`,
});

/**
 * Addresses shaped like those that councils' workflows called on their former forms platform, over the same verbs as
 * `/v1`, for as long as it takes to move these workflows.
 */
export function createIeg4(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>();
  app.use(readCredential, findTenant(deps), sayItWillGo, authenticate(deps));
  declareSecurity(app);
  app.route("/", steps);
  app.route("/", processes);
  app.route("/documents", createDocuments(deps.files));
  app.get("/openapi.json", (c) => {
    const { tenant, issuer } = c.var.ground;
    return c.json(describeIeg4(app, { name: tenant.name, issuer }));
  });
  refuseOtherMethods(app, deps.publicUrl);
  return app;
}
