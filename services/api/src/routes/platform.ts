import { pageOf, type TenantDefinition, TenantSummary } from "@guildhall/contract";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDeps, ApiEnv } from "../environment.ts";
import { anyone, createRouter, json, refusals } from "../router.ts";

const list = createRoute({
  method: "get",
  path: "/platform/v1/tenants",
  operationId: "listTenants",
  summary: "List tenants",
  tags: ["Platform"],
  security: anyone,
  responses: {
    200: { description: "Tenants", ...json(pageOf(TenantSummary)) },
    ...refusals(),
  },
});

/** What belongs to no single tenant. It is answered from the directory: no tenant's database is opened for it. */
export function createPlatformRoutes({
  listTenants,
}: Pick<ApiDeps, "listTenants">): OpenAPIHono<ApiEnv> {
  return createRouter().openapi(list, async (c) => {
    const tenants = await listTenants();
    return c.json({ data: tenants.filter(isOriginal).map(present) }, 200);
  });
}

/** A sandbox is found through the tenant that it is a copy of. */
function isOriginal({ sandboxOf }: TenantDefinition): boolean {
  return sandboxOf === undefined;
}

function present({ id, kind, name, website }: TenantDefinition): TenantSummary {
  return { id, kind, name, ...(website === undefined ? {} : { website }) };
}
