import { pageOf, Tenant } from "@guildhall/contract";
import { getTenant } from "@guildhall/domain";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { anonymous } from "../authenticate.ts";
import type { ApiDeps, ApiEnv } from "../environment.ts";
import { anyone, createRouter, json, refusals } from "../router.ts";

const list = createRoute({
  method: "get",
  path: "/platform/v1/tenants",
  operationId: "listTenants",
  summary: "See which organisations are on the platform",
  tags: ["Platform"],
  security: anyone,
  responses: {
    200: { description: "Tenants", ...json(pageOf(Tenant)) },
    ...refusals(),
  },
});

/** What belongs to no single tenant. */
export function createPlatformRoutes({
  listTenants,
}: Pick<ApiDeps, "listTenants">): OpenAPIHono<ApiEnv> {
  return createRouter().openapi(list, async (c) => {
    const grounds = await listTenants();
    return c.json(
      { data: await Promise.all(grounds.map((ground) => getTenant(anonymous(ground)))) },
      200,
    );
  });
}
