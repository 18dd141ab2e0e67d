import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "../environment.ts";

const description = `For workflows that were written for another forms platform, while they are moved to this council's own API.

Show a grant or an API key as \`Authorization: Bearer …\`. What a call does is what the call of the council's own API does; only the shapes differ. These addresses will be taken away: each answer says when.`;

const tags = [
  { name: "Steps", description: "What has to be done, and that it is done" },
  { name: "Processes", description: "Submissions and how far they have got" },
  { name: "Documents", description: "The form that was submitted, and the evidence" },
  { name: "Notes", description: "Words added to a process" },
];

/** The OpenAPI 3.1 document of one tenant's adapter. */
export function describeIeg4(
  app: OpenAPIHono<ApiEnv>,
  tenant: { readonly name: string; readonly issuer: string },
) {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: `${tenant.name} workflow adapter`,
      version: "1.0.0",
      description,
      license: { name: "MIT", url: "https://spdx.org/licenses/MIT.html" },
    },
    servers: [{ url: `${tenant.issuer}/open-api` }],
    tags,
  });
  // Each answer says so as well, by its headers.
  for (const operation of Object.values(document.paths ?? {}).flatMap(Object.values))
    operation.deprecated = true;
  return document;
}
