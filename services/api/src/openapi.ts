import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "./environment.ts";

const description = `Start processes, follow them, and work them from a back office.

A back office is handed a **grant** with each delivery: a token for that one process, good for the calls below that
name a process or a task. A vendor or partner uses an **API key**. Send either as \`Authorization: Bearer …\`.

A POST that starts or adds something takes an \`Idempotency-Key\`: the same key with the same request happens once.
A body is JSON in UTF-8, at most 256 KB, its texts well-formed and free of control characters; of a field that is there
twice the last counts. A failure is a problem (RFC 9457) whose \`type\` is a page that says what to do. Every answer has
an \`X-Request-Id\` to quote.`;

const tags = [
  { name: "Processes", description: "Submissions and how far they have got" },
  { name: "Documents", description: "The form that was submitted, and the evidence" },
  { name: "Notes", description: "Words added to a process" },
  { name: "Tasks", description: "What has to be done" },
  { name: "Services", description: "What a council offers: no credential needed" },
  { name: "Drafts", description: "Forms being filled in" },
  { name: "Tracking", description: "What a citizen sees" },
];

/** The OpenAPI 3.1 document of one tenant's API. */
export function describeApi(
  app: OpenAPIHono<ApiEnv>,
  tenant: { readonly name: string; readonly issuer: string },
) {
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: `${tenant.name} services API`,
      version: "1.0.0",
      description,
      license: { name: "MIT", url: "https://spdx.org/licenses/MIT.html" },
    },
    servers: [{ url: `${tenant.issuer}/v1` }],
    tags,
  });
}

/** Declare how a caller shows who it is. */
export function declareSecurity(app: OpenAPIHono<ApiEnv>): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    description: "An API key (`gh_live_…`), a grant, or a citizen's token",
  });
}
