import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "../environment.ts";

const description = `Open311 GeoReport v2, so that FixMyStreet or any client of that protocol can report to the council and read what came of it.

What it does is what the council's own API does; only the shapes are Open311's. An address ends in \`.xml\` or \`.json\`, and the answer is of that kind. Show an API key as the field \`api_key\` of a form, as \`api_key\` in the query, or as \`Authorization: Bearer …\`. A failure is a list of errors in plain words.`;

const tags = [
  { name: "Services", description: "What can be reported, and what is asked: no key needed" },
  { name: "Requests", description: "Reports and how far they have got" },
  {
    name: "Updates",
    description: "What citizens were told, and what they wrote: FixMyStreet's extension",
  },
];

const format = {
  name: "format",
  in: "path",
  required: true,
  description: "How the answer is written",
  schema: { type: "string", enum: ["json", "xml"] },
} as const;

/** The OpenAPI document of one tenant's Open311 addresses, each with the format at its end. */
export function describeOpen311(
  app: OpenAPIHono<ApiEnv>,
  tenant: { readonly name: string; readonly issuer: string },
) {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: `${tenant.name} Open311`,
      version: "2.0.0",
      description,
      license: { name: "MIT", url: "https://spdx.org/licenses/MIT.html" },
    },
    servers: [{ url: `${tenant.issuer}/open311/v2` }],
    tags,
  });
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => [
    `${path}.{format}`,
    { ...item, parameters: [format] },
  ]);
  return { ...document, paths: Object.fromEntries(paths) as NonNullable<typeof document.paths> };
}

/** Declare how a client shows who it is. */
export function declareKeys({ openAPIRegistry }: OpenAPIHono<ApiEnv>): void {
  openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    description: "An API key (`gh_live_…`)",
  });
  openAPIRegistry.registerComponent("securitySchemes", "api_key", {
    type: "apiKey",
    in: "query",
    name: "api_key",
    description: "An API key; in a POST it is a field of the form",
  });
}
