import {
  NewWithdrawal,
  PageQuery,
  pageOf,
  ServiceExit,
  ServiceOverview,
  ServiceSearch,
  ServiceVersion,
  Slug,
  VersionSummary,
} from "@guildhall/contract";
import {
  getServiceExit,
  getServiceVersionAt,
  listServiceOverviews,
  listServiceVersions,
  recall,
  withdrawService,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { found, ifMatch, ifMatchHeader, ifNoneMatchHeader, withEtag } from "../etag.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import {
  anyone,
  bearer,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
} from "../router.ts";

const common = { tags: ["Services"], security: bearer };
const params = z.object({ service: Slug });
const version = z.coerce.number().int().positive();

const overviews = createRoute({
  ...common,
  method: "get",
  path: "/service-overviews",
  operationId: "listServiceOverviews",
  summary: "List all services: live, withdrawn, and in the making",
  description:
    "By title, as in an English list of names, and services of one title by id. A `cursor` holds also where what stood before it has gone or is called otherwise.",
  middleware: [requireCredential] as const,
  request: { query: PageQuery.extend(ServiceSearch.shape) },
  responses: {
    200: { description: "Where each service stands", ...json(pageOf(ServiceOverview)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const versions = createRoute({
  ...common,
  method: "get",
  path: "/services/{service}/versions",
  operationId: "listServiceVersions",
  summary: "List the versions of a service, the latest first",
  middleware: [requireCredential] as const,
  request: { params, query: PageQuery },
  responses: {
    200: { description: "Versions, with what was said of each", ...json(pageOf(VersionSummary)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/services/{service}/versions/{version}/definition",
  operationId: "getServiceVersion",
  summary: "Read the whole definition of one version of a service",
  description: "A version never changes.",
  parameters: [ifNoneMatchHeader],
  middleware: [requireCredential] as const,
  request: { params: params.extend({ version }) },
  responses: { ...found("The version", ServiceVersion), ...refusals(...readRefusals) },
});

const exit = createRoute({
  method: "get",
  path: "/services/{service}/exit",
  operationId: "getServiceExit",
  summary: "Read what stands on the page of a service that was withdrawn",
  tags: common.tags,
  security: anyone,
  request: { params },
  responses: {
    200: { description: "Who to turn to instead", ...json(ServiceExit) },
    ...refusals(),
  },
});

const withdraw = createRoute({
  ...common,
  method: "post",
  path: "/services/{service}/withdraw",
  operationId: "endService",
  summary: "Withdraw a service, and say who to turn to instead",
  description:
    "Nobody can start it any more, or submit a draft of it. Processes go on. What is said here stands on the service's page from then on.",
  parameters: [idempotencyKey, ifMatchHeader],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params,
    body: {
      required: true,
      ...json(NewWithdrawal, { text: "Tell us on 01223 457000 instead, from 9am to 5pm." }),
    },
  },
  responses: {
    200: { description: "What stands on its page now", ...json(NewWithdrawal) },
    ...refusals(...postRefusals, "precondition-failed"),
  },
});

/** What services were, and how they end. */
export const serviceHistory = createRouter()
  .openapi(overviews, async (c) =>
    c.json(await listServiceOverviews(c.var.ctx, c.req.valid("query")), 200),
  )
  .openapi(versions, async (c) => {
    const { service } = c.req.valid("param");
    return c.json(await listServiceVersions(c.var.ctx, service, c.req.valid("query")), 200);
  })
  .openapi(read, async (c) => {
    const { service, version } = c.req.valid("param");
    return withEtag(c, await getServiceVersionAt(c.var.ctx, service, version));
  })
  .openapi(exit, async (c) =>
    c.json(await getServiceExit(c.var.ctx, c.req.valid("param").service), 200),
  )
  .openapi(withdraw, async (c) => {
    const { ctx } = c.var;
    const words = c.req.valid("json");
    const before = await recall(ctx);
    const { service } = c.req.valid("param");
    if (!before) await withdrawService(ctx, service, { unchanged: ifMatch(c), words });
    return c.json(words, 200, answered(before));
  });
