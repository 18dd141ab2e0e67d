import { getTenant, lastPublishedAt } from "@guildhall/domain";
import { createRoute } from "@hono/zod-openapi";
import { createRouter } from "../router.ts";
import { errors, Jurisdiction, open, said } from "./documented.ts";
import { say } from "./format.ts";
import { Discovery } from "./schemas.ts";
import { inSeconds } from "./window.ts";

const find = createRoute({
  method: "get",
  path: "/discovery",
  operationId: "open311Discovery",
  summary: "Find out what is spoken here",
  tags: ["Services"],
  security: open,
  request: { query: Jurisdiction },
  responses: { 200: said("What is spoken here", Discovery), ...errors },
});

export const discovery = createRouter().openapi(find, async (c) => {
  const { ctx } = c.var;
  const tenant = await getTenant(ctx);
  const changeset = inSeconds(await lastPublishedAt(ctx));
  return say(c, "discovery", {
    changeset,
    contact: tenant.website === undefined ? tenant.name : `${tenant.name}, ${tenant.website}`,
    key_service: `Ask ${tenant.name} for an API key. The documentation is at ${ctx.issuer}/docs/`,
    endpoints: [
      {
        specification: "http://wiki.open311.org/GeoReport_v2",
        url: `${ctx.issuer}/open311/v2`,
        changeset,
        type: tenant.sandboxOf === undefined ? "production" : "test",
        formats: ["text/xml", "application/json"],
      },
    ],
  });
});
