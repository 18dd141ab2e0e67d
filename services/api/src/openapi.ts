import { KeyScope, scopeWords } from "@guildhall/contract";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { sayScopes } from "./document/scopes.ts";
import type { ApiEnv } from "./environment.ts";

const description = `Submit forms, follow what becomes of them, and work cases from a back office.

**To begin**, ask for a key on the council's page for developers: a test key (\`gh_test_…\`) is given at once and reaches a
copy of the council's services, with made-up back offices. The guides lead from a first call to webhooks.

**Credentials.** A vendor or partner uses an API key. A back office is handed a grant with each delivery: a token for that
one process, good for the calls that name a process or a task. Send either as \`Authorization: Bearer …\`. A key is an
OAuth 2 client too: for its id and secret, or for an assertion that its holder signed, there is a token of five minutes.
A key can be restricted to networks, to a client certificate, and to writes that are signed as Standard Webhooks says; the
id of a signed write takes the place of its \`Idempotency-Key\`.

**Requests.** A body is JSON in UTF-8, at most 256 KB, without control characters; of a field that is there twice the last
counts. A POST that starts or adds something needs an \`Idempotency-Key\` of 16 characters or more, new for each thing you
want done: the same key with the same request happens once.

**Answers.** Times are ISO 8601 in UTC. A list has \`data\`, and \`nextCursor\` where there is more: ask again with it as
\`cursor\`. A failure is a problem (RFC 9457) whose \`type\` is a page that says what to do. \`RateLimit\` says how many
requests are left. Quote \`X-Request-Id\` when you ask about a call.`;

const tags = [
  { name: "Services", description: "What a council offers, and publishing services of your own" },
  { name: "Cookbook", description: "Services that others have made: adopting, upgrading, sharing" },
  {
    name: "Folder",
    description: "What was set up as files: export, and import as a plan to approve",
  },
  { name: "Processes", description: "Forms that were submitted, and how far each has got" },
  { name: "Documents", description: "The form as it was submitted, and the evidence" },
  { name: "Notes", description: "Words added to a process, for staff or for the citizen" },
  {
    name: "Information requests",
    description: "One more thing that a citizen is asked, and their answer",
  },
  { name: "Tasks", description: "What has to be done in a process" },
  { name: "Drafts", description: "Forms that are being filled in, a page at a time" },
  { name: "Payments", description: "What a process costs, and paying it" },
  { name: "Tracking", description: "What a citizen sees of their own process" },
  { name: "Subscriptions", description: "Webhooks: being called when something happens" },
  { name: "Events", description: "What happened, for those who ask instead of being called" },
  { name: "Messages", description: "What people were told" },
  { name: "Deliveries", description: "What was sent, or is to be sent, to back offices" },
  { name: "Connectors", description: "Connections to back offices and other outside systems" },
  { name: "Access", description: "Asking for a key, and deciding who gets one" },
  { name: "Keys", description: "API keys, grants, and the keys that the council signs with" },
  { name: "Calls", description: "The log of calls: who called what, and how it ended" },
  { name: "People", description: "Staff, and what each may do" },
  { name: "Sign-in", description: "How staff sign in and out" },
  { name: "Audit", description: "Everything that happened, and who did it" },
];

/** The OpenAPI 3.1 document of one tenant's API. */
export function describeApi(
  app: OpenAPIHono<ApiEnv>,
  tenant: { readonly name: string; readonly issuer: string },
) {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: `${tenant.name} services API`,
      version: "1.0.0",
      description,
      license: { name: "MIT", url: "https://spdx.org/licenses/MIT.html" },
    },
    servers: [{ url: `${tenant.issuer}/v1` }],
    externalDocs: guidesOf(tenant.issuer),
    tags,
  });
  return sayScopes(document);
}

/** Where the guides of the tenant that has this address are. */
export function guidesOf(issuer: string) {
  return { description: "Guides", url: `${issuer}/docs/guides/` };
}

/** Declare how a caller shows who it is. */
export function declareSecurity(app: OpenAPIHono<ApiEnv>): void {
  const { openAPIRegistry } = app;
  openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    description:
      "An API key (`gh_test_…` or `gh_live_…`), an access token, a grant, or a citizen's token",
  });
  openAPIRegistry.registerComponent("securitySchemes", "oauth2", oauth2Scheme(""));
}

/** How a client gets an access token of the tenant that has this address. */
export function oauth2Scheme(issuer: string) {
  const scopes = Object.fromEntries(KeyScope.options.map((scope) => [scope, scopeWords[scope]]));
  return {
    type: "oauth2",
    description: "An access token of five minutes, for the id and the secret of an API key",
    flows: { clientCredentials: { tokenUrl: `${issuer}/oauth/token`, scopes } },
  } as const;
}
