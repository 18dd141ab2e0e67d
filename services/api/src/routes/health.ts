import { Health, pageOf, TenantHealth } from "@guildhall/contract";
import { getHealth, listTenantHealth } from "@guildhall/domain";
import { createRoute } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { bearer, createRouter, json, readRefusals, refusals } from "../router.ts";

const see = createRoute({
  method: "get",
  path: "/connectors/health",
  operationId: "getHealth",
  summary: "See how it goes with each connector, and what is owed",
  description:
    "Of each connector: when it last took something and last did not, whether it is spoken to, how long its latest answers took, whether it is still as mappings need it, when its certificate ends and what waits. Of each lane: how much is owed and since when. No connector can be called `health`.",
  tags: ["Connectors"],
  security: bearer,
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "Connectors and lanes", ...json(Health) },
    ...refusals(...readRefusals),
  },
});

const tenants = createRoute({
  method: "get",
  path: "/tenant-health",
  operationId: "listTenantHealth",
  summary: "See how it goes with each tenant that you run the platform for",
  description:
    "Counts and states, as they were when each was last looked at, and nothing of citizens. No tenant is opened for it.",
  tags: ["Platform"],
  security: bearer,
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "Tenants, by id", ...json(pageOf(TenantHealth)) },
    ...refusals(...readRefusals),
  },
});

/** How it goes with what leads to the outside, and with tenants. */
export const health = createRouter()
  .openapi(see, async (c) => c.json(await getHealth(c.var.ctx), 200))
  .openapi(tenants, async (c) => c.json(await listTenantHealth(c.var.ctx), 200));
