import {
  NewDraftDefinition,
  NewServiceDraft,
  PageQuery,
  pageOf,
  ServiceDraft,
  ServiceDraftSummary,
  ServiceSearch,
  Slug,
} from "@guildhall/contract";
import {
  beginServiceDraft,
  discardServiceDraft,
  getServiceDraft,
  listServiceDrafts,
  recallDraft,
  replaceServiceDraft,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import {
  created,
  edited,
  etagOf,
  found,
  ifMatch,
  ifMatchHeader,
  ifNoneMatchHeader,
  put,
  withEtag,
} from "../etag.ts";
import { exampleDraft } from "../examples.ts";
import { answered, once } from "../once.ts";
import { readJsonUpTo } from "../read-json.ts";
import {
  bearer,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
  writeRefusals,
} from "../router.ts";

export const common = { tags: ["Service drafts"], security: bearer };
export const params = z.object({ service: Slug });
/** A service of many questions is larger than most bodies. */
export const readDraft = readJsonUpTo(1024 * 1024);

const list = createRoute({
  ...common,
  method: "get",
  path: "/",
  operationId: "listServiceDrafts",
  summary: "List services in the making",
  middleware: [requireCredential] as const,
  request: { query: PageQuery.extend(ServiceSearch.shape) },
  responses: {
    200: { description: "Drafts, by service", ...json(pageOf(ServiceDraftSummary)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const begin = createRoute({
  ...common,
  method: "post",
  path: "/",
  operationId: "beginServiceDraft",
  summary: "Begin a draft of a service",
  description:
    "With a `title` alone, of a new service, which gets its id from it. With a `service`, from its live version; with a `version` too, from that one, to restore it. With a `definition`, from that. A service has one draft at a time, and citizens go on with the live version until it is published.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readDraft, once] as const,
  request: {
    body: { required: true, ...json(NewServiceDraft, { title: "Report a broken bench" }) },
  },
  responses: {
    201: {
      description: "The draft",
      headers: found("", ServiceDraft)[200].headers,
      ...json(ServiceDraft),
    },
    ...refusals(...postRefusals, "service-draft-exists", "recipe-part-locked"),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/{service}",
  operationId: "getServiceDraft",
  summary: "Read a draft of a service",
  parameters: [ifNoneMatchHeader],
  middleware: [requireCredential] as const,
  request: { params },
  responses: { ...found("The draft", ServiceDraft), ...refusals(...readRefusals) },
});

const replace = createRoute({
  ...common,
  method: "put",
  path: "/{service}",
  operationId: "replaceServiceDraft",
  summary: "Put a whole definition in the place of a draft's",
  description:
    "As one revision, which can be taken back; where the service has no draft, one begins with it. A draft that is there is replaced only with its ETag as `If-Match`.",
  parameters: [ifMatchHeader],
  middleware: [requireCredential, readDraft] as const,
  request: { params, body: { required: true, ...json(NewDraftDefinition, exampleDraft) } },
  responses: {
    ...put("The draft", ServiceDraft),
    ...refusals(
      ...writeRefusals,
      "precondition-failed",
      "service-draft-exists",
      "recipe-part-locked",
    ),
  },
});

const discard = createRoute({
  ...common,
  method: "delete",
  path: "/{service}",
  operationId: "discardServiceDraft",
  summary: "Throw a draft away",
  description: "What is live stays as it is. What was done to the draft is forgotten.",
  parameters: [ifMatchHeader],
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    204: { description: "Thrown away" },
    ...refusals(...readRefusals, "precondition-failed"),
  },
});

/** Services in the making. */
export const serviceDrafts = createRouter()
  .openapi(list, async (c) => c.json(await listServiceDrafts(c.var.ctx, c.req.valid("query")), 200))
  .openapi(begin, async (c) => {
    const { ctx } = c.var;
    const before = await recallDraft(ctx);
    const draft = before?.answer ?? (await beginServiceDraft(ctx, c.req.valid("json")));
    const location = `${ctx.issuer}/v1/service-drafts/${draft.service}`;
    return c.json(draft, 201, { ...answered(before, location), ETag: etagOf(draft) });
  })
  .openapi(read, async (c) =>
    withEtag(c, await getServiceDraft(c.var.ctx, c.req.valid("param").service)),
  )
  .openapi(replace, async (c) => {
    const { service } = c.req.valid("param");
    const definition = c.req.valid("json");
    const replaced = await replaceServiceDraft(c.var.ctx, { service, definition }, ifMatch(c));
    return replaced.created ? created(c, replaced.draft) : edited(c, replaced.draft);
  })
  .openapi(discard, async (c) => {
    await discardServiceDraft(c.var.ctx, c.req.valid("param").service, ifMatch(c));
    return c.body(null, 204);
  });
