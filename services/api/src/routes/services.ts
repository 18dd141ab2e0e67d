import { PageQuery, pageOf, Service, ServiceSummary, Slug, Tenant } from "@guildhall/contract";
import { getLogo, getService, getTenant, listServices } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { anyone, createRouter, json, refusals } from "../router.ts";

const tags = ["Services"];

const list = createRoute({
  method: "get",
  path: "/services",
  operationId: "listServices",
  summary: "See what the council offers",
  tags,
  security: anyone,
  request: { query: PageQuery },
  responses: {
    200: { description: "Published services", ...json(pageOf(ServiceSummary)) },
    ...refusals("request-invalid", "invalid-text"),
  },
});

const read = createRoute({
  method: "get",
  path: "/services/{service}",
  operationId: "getService",
  summary: "See a service's form and what happens after it",
  tags,
  security: anyone,
  request: {
    params: z.object({ service: Slug }),
    query: z.object({ version: z.coerce.number().int().positive().optional() }),
  },
  responses: {
    200: { description: "The service", ...json(Service) },
    ...refusals("request-invalid"),
  },
});

const tenant = createRoute({
  method: "get",
  path: "/tenant",
  operationId: "getTenant",
  summary: "See who the council is, and its brands",
  tags,
  security: anyone,
  responses: { 200: { description: "The tenant", ...json(Tenant) }, ...refusals() },
});

const logo = createRoute({
  method: "get",
  path: "/brands/{brand}/logo",
  operationId: "getLogo",
  summary: "See the logo of a brand",
  tags,
  security: anyone,
  request: { params: z.object({ brand: Slug }) },
  responses: {
    200: {
      description: "The picture",
      content: {
        "image/svg+xml": { schema: z.string() },
        "image/png": { schema: z.string().meta({ format: "binary" }) },
      },
    },
    ...refusals(),
  },
});

export const services = createRouter()
  .openapi(list, async (c) => c.json(await listServices(c.var.ctx, c.req.valid("query")), 200))
  .openapi(read, async (c) =>
    c.json(
      await getService(c.var.ctx, c.req.valid("param").service, c.req.valid("query").version),
      200,
    ),
  )
  .openapi(tenant, async (c) => c.json(await getTenant(c.var.ctx), 200))
  .openapi(logo, async (c) => {
    const found = await getLogo(c.var.ctx, c.req.valid("param").brand);
    return new Response(new Uint8Array(found.bytes), {
      headers: {
        "Content-Type": found.contentType,
        "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
        "Cache-Control": "public, max-age=3600",
      },
    });
  });
