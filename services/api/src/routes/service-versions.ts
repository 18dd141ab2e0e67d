import { NewServiceVersion, ServiceVersion, Slug } from "@guildhall/contract";
import { getServiceVersion, publishService, withdrawService } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import {
  created,
  edited,
  found,
  ifMatch,
  ifMatchHeader,
  ifNoneMatchHeader,
  put,
  withEtag,
} from "../etag.ts";
import { exampleService } from "../examples.ts";
import { readJson } from "../read-json.ts";
import { bearer, createRouter, json, readRefusals, refusals, writeRefusals } from "../router.ts";

const params = z.object({ service: Slug });
const common = { tags: ["Services"], security: bearer };

const read = createRoute({
  ...common,
  method: "get",
  path: "/{service}/definition",
  operationId: "getServiceDefinition",
  summary: "Read the whole definition of a service",
  description:
    "The live version, with where its answers go. Its `definition`, without the `id`, is what publishing takes.",
  parameters: [ifNoneMatchHeader],
  middleware: [requireCredential] as const,
  request: { params },
  responses: { ...found("The version", ServiceVersion), ...refusals(...readRefusals) },
});

const publish = createRoute({
  ...common,
  method: "put",
  path: "/{service}",
  operationId: "publishService",
  summary: "Publish a service, or its next version",
  description:
    "Checked as a whole, beside the tenant's connectors, brands, datasets and schema sets; each fault has its place and a sentence in `detail`. What was begun keeps the version that it began with, but for drafts where `replacesDrafts` says so. `If-Match` takes the ETag of the definition that you changed.",
  parameters: [ifMatchHeader],
  middleware: [requireCredential, readJson] as const,
  request: { params, body: { required: true, ...json(NewServiceVersion, exampleService) } },
  responses: {
    ...put("The version that is live now", ServiceVersion),
    ...refusals(...writeRefusals, "precondition-failed", "recipe-part-locked"),
  },
});

const withdraw = createRoute({
  ...common,
  method: "delete",
  path: "/{service}",
  operationId: "withdrawService",
  summary: "Withdraw a service",
  description: "Nobody can start it any more, or submit a draft of it. Processes go on.",
  parameters: [ifMatchHeader],
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    204: { description: "Withdrawn" },
    ...refusals(...readRefusals, "precondition-failed"),
  },
});

/** The versions of services, for those who make them. */
export const serviceVersions = createRouter()
  .openapi(read, async (c) =>
    withEtag(c, await getServiceVersion(c.var.ctx, c.req.valid("param").service)),
  )
  .openapi(publish, async (c) => {
    // The id first, as a definition is kept and read: its ETag is that of the same bytes.
    const definition = { id: c.req.valid("param").service, ...c.req.valid("json") };
    const { version, created: isNew } = await publishService(c.var.ctx, definition, ifMatch(c));
    return isNew ? created(c, version) : edited(c, version);
  })
  .openapi(withdraw, async (c) => {
    await withdrawService(c.var.ctx, c.req.valid("param").service, { unchanged: ifMatch(c) });
    return c.body(null, 204);
  });
