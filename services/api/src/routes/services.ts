import {
  type Language,
  PageQuery,
  pageOf,
  Service,
  ServiceSummary,
  Slug,
  Tenant,
} from "@guildhall/contract";
import { getLogo, getService, getTenant, listServices } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { announce, type Deprecation, goingHeaders } from "../deprecated.ts";
import { LanguageQuery, languageHeaders, languageOf, sayLanguage } from "../language.ts";
import { anyone, createRouter, json, refusals } from "../router.ts";

const tags = ["Services"];

const list = createRoute({
  method: "get",
  path: "/services",
  operationId: "listServices",
  summary: "List services",
  description: "By id, which never changes, so that a `cursor` holds whatever services are called.",
  tags,
  security: anyone,
  request: { query: PageQuery.extend(LanguageQuery.shape) },
  responses: {
    200: {
      description: "Published services, each in the language asked for where it is offered in it",
      headers: languageHeaders,
      ...json(pageOf(ServiceSummary)),
    },
    ...refusals("request-invalid", "invalid-text"),
  },
});

const version = z.coerce.number().int().positive();

const read = createRoute({
  method: "get",
  path: "/services/{service}",
  operationId: "getService",
  summary: "Read a service: its form and what happens next",
  tags,
  security: anyone,
  request: {
    params: z.object({ service: Slug }),
    query: LanguageQuery.extend({
      version: version.optional().openapi({
        param: { deprecated: true, description: "Use `/services/{service}/versions/{version}`." },
      }),
    }),
  },
  responses: {
    200: {
      description: "The service",
      headers: { ...goingHeaders, ...languageHeaders },
      ...json(Service),
    },
    ...refusals("request-invalid"),
  },
});

/** A version had an address that was a question about another: it has one of its own now. */
const versionAsQuery: Deprecation = {
  since: "2026-11-30",
  sunset: "2027-11-30",
  successor: (c) =>
    `${c.var.ctx.issuer}/v1${c.req.path.split("/v1")[1]}/versions/${c.req.query("version")}`,
};

const readVersion = createRoute({
  method: "get",
  path: "/services/{service}/versions/{version}",
  operationId: "getServiceAt",
  summary: "Read one version of a service",
  description: "A version never changes.",
  tags,
  security: anyone,
  request: { params: z.object({ service: Slug, version }), query: LanguageQuery },
  responses: {
    200: { description: "The service", headers: languageHeaders, ...json(Service) },
    ...refusals("request-invalid"),
  },
});

const tenant = createRoute({
  method: "get",
  path: "/tenant",
  operationId: "getTenant",
  summary: "Read about the council and its brands",
  tags,
  security: anyone,
  responses: { 200: { description: "The tenant", ...json(Tenant) }, ...refusals() },
});

const logo = createRoute({
  method: "get",
  path: "/brands/{brand}/logo",
  operationId: "getLogo",
  summary: "Get the logo of a brand",
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
  .openapi(list, async (c) => {
    const { language: asked, ...query } = c.req.valid("query");
    const language = languageOf(c, asked);
    const page = await listServices(c.var.ctx, { ...query, language });
    sayLanguage(
      c,
      page.data.map((service) => shownIn(service, language)),
    );
    return c.json(page, 200);
  })
  .openapi(read, async (c) => {
    const { version, language: asked } = c.req.valid("query");
    const language = languageOf(c, asked);
    const service = await getService(c.var.ctx, c.req.valid("param").service, version, language);
    if (version !== undefined) announce(c, versionAsQuery);
    sayLanguage(c, [shownIn(service, language)]);
    return c.json(service, 200);
  })
  .openapi(readVersion, async (c) => {
    const { service, version } = c.req.valid("param");
    const language = languageOf(c, c.req.valid("query").language);
    const found = await getService(c.var.ctx, service, version, language);
    sayLanguage(c, [shownIn(found, language)]);
    return c.json(found, 200, { "Cache-Control": "public, max-age=86400" });
  })
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

/** A service that is not offered in a language is shown in English. */
function shownIn({ languages }: ServiceSummary, language: Language): Language {
  return languages.includes(language) ? language : "en";
}
