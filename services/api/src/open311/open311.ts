import { Problem } from "@guildhall/contract";
import { OpenAPIHono } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import { authenticate, findTenant, readCredential } from "../authenticate.ts";
import type { ApiDeps, ApiEnv } from "../environment.ts";
import { declareKeys, describeOpen311 } from "./describe.ts";
import { discovery } from "./discovery.ts";
import { refuseTheRest, sayErrors } from "./errors.ts";
import { pathOf } from "./format.ts";
import { newRequest } from "./new-request.ts";
import { requests } from "./requests.ts";
import { services } from "./services.ts";
import { showKey } from "./show-key.ts";
import { updates } from "./updates.ts";

/** The routes of Open311 GeoReport v2, which are what its OpenAPI document describes. They stand on the same verbs as `/v1`. */
export function createOpen311(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ getPath: pathOf });
  app.onError(sayErrors(deps));
  app.use(showKey, readCredential, findTenant(deps), authenticate(deps), checkJurisdiction);
  declareKeys(app);
  for (const routes of [discovery, services, newRequest, requests, updates]) app.route("/", routes);
  app.get("/openapi", (c) => {
    const { tenant, issuer } = c.var.ground;
    return c.json(describeOpen311(app, { name: tenant.name, issuer }));
  });
  refuseTheRest(app);
  return app;
}

/** The address names the council already; a client that names another has the wrong address. */
const checkJurisdiction = createMiddleware<ApiEnv>(async function checkNamed(c, next) {
  const named = c.var.form?.text("jurisdiction_id") ?? c.req.query("jurisdiction_id");
  // A key for trying out leads to a copy of the council, which has a name of its own.
  if (named && named !== c.req.param("tenant") && named !== c.var.ground.tenant.id) {
    const detail = "There is no such jurisdiction_id at this address";
    throw new Problem("not-found", {
      faults: [{ pointer: "/jurisdiction_id", code: "unknown", detail }],
    });
  }
  await next();
});
