import {
  Id,
  NewPreview,
  type NewServiceVersion,
  PageQuery,
  Preview,
  PreviewComment,
  pageOf,
  SharedPreview,
  Slug,
} from "@guildhall/contract";
import {
  dealWithPreviewComment,
  endPreview,
  getPreview,
  listPreviewComments,
  listPreviews,
  recall,
  sharePreview,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { exampleService } from "../examples.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import {
  bearer,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
} from "../router.ts";

const common = { tags: ["Previews"], security: bearer };
const params = z.object({ id: Id });
const comments = z.object({ data: z.array(PreviewComment) });
const examplePreview = {
  name: "First try, for the residents' panel",
  definition: exampleService as NewServiceVersion,
  expiresAt: "2027-01-31T17:00:00Z",
  showsComments: true,
};

const share = createRoute({
  ...common,
  method: "post",
  path: "/services/{service}/previews",
  operationId: "sharePreview",
  summary: "Show a version of a service that is not live to whoever has its link",
  description:
    "Of a `definition`, or with `draft` of the service’s draft as it is now. Its pages work as they would, and nothing that is entered there is sent. It is checked as publishing checks it, but `faults` only says what is wrong. Those with the link can say what they think of each question.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params: z.object({ service: Slug }),
    body: { required: true, ...json(NewPreview, examplePreview) },
  },
  responses: {
    201: { description: "The preview, with its link", ...json(SharedPreview) },
    ...refusals(...postRefusals),
  },
});

const list = createRoute({
  ...common,
  method: "get",
  path: "/previews",
  operationId: "listPreviews",
  summary: "List previews, the latest first",
  middleware: [requireCredential] as const,
  request: { query: PageQuery },
  responses: {
    200: { description: "Previews", ...json(pageOf(Preview)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/previews/{id}",
  operationId: "getPreview",
  summary: "Read about a preview",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The preview", ...json(Preview) },
    ...refusals(...readRefusals),
  },
});

const end = createRoute({
  ...common,
  method: "delete",
  path: "/previews/{id}",
  operationId: "endPreview",
  summary: "Show a preview no more",
  description:
    "Its link opens nothing from now on. Once it has ended, ending it again changes nothing.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 204: { description: "Ended" }, ...refusals(...readRefusals) },
});

const said = createRoute({
  ...common,
  method: "get",
  path: "/previews/{id}/comments",
  operationId: "listPreviewComments",
  summary: "List what was said on a preview, in the order of its pages and questions",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The comments", ...json(comments) },
    ...refusals(...readRefusals),
  },
});

const dealWith = createRoute({
  ...common,
  method: "post",
  path: "/previews/{id}/comments/{comment}/deal-with",
  operationId: "dealWithPreviewComment",
  summary: "Say that a comment on a preview is dealt with",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params: z.object({ id: Id, comment: Id }),
    body: { required: true, ...json(z.strictObject({}), {}) },
  },
  responses: {
    200: { description: "The comment", ...json(PreviewComment) },
    ...refusals(...postRefusals, "invalid-transition"),
  },
});

/** Versions that are shown before they are published, for those who make services. */
export const previews = createRouter()
  .openapi(share, async (c) => {
    const { ctx } = c.var;
    const before = await recall<SharedPreview>(ctx);
    const { service } = c.req.valid("param");
    const shared = before?.answer ?? (await sharePreview(ctx, service, c.req.valid("json")));
    return c.json(shared, 201, answered(before, `${ctx.issuer}/v1/previews/${shared.id}`));
  })
  .openapi(list, async (c) => c.json(await listPreviews(c.var.ctx, c.req.valid("query")), 200))
  .openapi(read, async (c) => c.json(await getPreview(c.var.ctx, c.req.valid("param").id), 200))
  .openapi(end, async (c) => {
    await endPreview(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(said, async (c) =>
    c.json(await listPreviewComments(c.var.ctx, c.req.valid("param").id), 200),
  )
  .openapi(dealWith, async (c) => {
    const { ctx } = c.var;
    const before = await recall<PreviewComment>(ctx);
    const { id, comment } = c.req.valid("param");
    const dealt = before?.answer ?? (await dealWithPreviewComment(ctx, id, comment));
    return c.json(dealt, 200, answered(before));
  });
