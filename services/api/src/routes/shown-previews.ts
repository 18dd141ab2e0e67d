import {
  NewPreviewComment,
  PreviewAnswers,
  PreviewComment,
  ShownPreview,
  Slug,
} from "@guildhall/contract";
import {
  commentOnPreview,
  getPreviewAnswers,
  keepPreviewAnswers,
  listShownComments,
  recall,
  showPreview,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { LanguageQuery, languageHeaders, languageOf, sayLanguage } from "../language.ts";
import { limitTo } from "../limits.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import {
  anyone,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  refusals,
  writeRefusals,
} from "../router.ts";

const common = { tags: ["Previews"], security: anyone };
const key = z.string().regex(/^[\w-]{43}$/);
const params = z.object({ key });
const ofSession = z.object({ key, session: z.string().regex(/^[\w-]{43}$/) });

const show = createRoute({
  ...common,
  method: "get",
  path: "/{key}",
  operationId: "showPreview",
  summary: "See the service of a preview",
  description: "The key is in the link. One that is wrong, ended or past its time is not found.",
  request: { params, query: LanguageQuery },
  responses: {
    200: { description: "The preview", headers: languageHeaders, ...json(ShownPreview) },
    ...refusals(),
  },
});

const answersOf = createRoute({
  ...common,
  method: "get",
  path: "/{key}/answers/{session}",
  operationId: "getPreviewAnswers",
  summary: "See what was filled in on a preview",
  request: { params: ofSession },
  responses: { 200: { description: "The answers", ...json(PreviewAnswers) }, ...refusals() },
});

const keep = createRoute({
  ...common,
  method: "put",
  path: "/{key}/answers/{session}",
  operationId: "keepPreviewAnswers",
  summary: "Keep what was filled in on a preview",
  description:
    "For a day, under a secret of the caller's own making. It is sent to nobody, and nobody who shared the preview sees it.",
  middleware: [limitTo("preview-answers", { points: 1200, seconds: 3600 }), readJson] as const,
  request: {
    params: ofSession,
    body: { required: true, ...json(PreviewAnswers, { answers: { told: true }, seen: ["told"] }) },
  },
  responses: {
    200: { description: "The answers", ...json(PreviewAnswers) },
    ...refusals(...writeRefusals),
  },
});

const comments = createRoute({
  ...common,
  method: "get",
  path: "/{key}/comments",
  operationId: "listShownComments",
  summary: "See what others have said of a page of a preview",
  description: "Where whoever shared it lets them; else there are none.",
  request: { params, query: z.object({ page: Slug }) },
  responses: {
    200: { description: "The comments", ...json(z.object({ data: z.array(PreviewComment) })) },
    ...refusals("request-invalid"),
  },
});

const comment = createRoute({
  ...common,
  method: "post",
  path: "/{key}/comments",
  operationId: "commentOnPreview",
  summary: "Say what you think of a page or question of a preview",
  parameters: [idempotencyKey],
  middleware: [limitTo("preview-comments", { points: 60, seconds: 3600 }), readJson, once] as const,
  request: {
    params,
    body: {
      required: true,
      ...json(NewPreviewComment, { page: "told", author: "Grace", text: "I would not know." }),
    },
  },
  responses: {
    201: { description: "The comment", ...json(PreviewComment) },
    ...refusals(...postRefusals),
  },
});

/** Previews, for those who have the link. */
export const shownPreviews = createRouter()
  .openapi(show, async (c) => {
    const language = languageOf(c, c.req.valid("query").language);
    const preview = await showPreview(c.var.ctx, c.req.valid("param").key, language);
    sayLanguage(c, [preview.service.languages.includes(language) ? language : "en"]);
    return c.json(preview, 200);
  })
  .openapi(answersOf, async (c) => {
    const { key: of, session } = c.req.valid("param");
    return c.json(await getPreviewAnswers(c.var.ctx, of, session), 200);
  })
  .openapi(keep, async (c) =>
    c.json(await keepPreviewAnswers(c.var.ctx, c.req.valid("param"), c.req.valid("json")), 200),
  )
  .openapi(comments, async (c) => {
    const { page } = c.req.valid("query");
    return c.json(await listShownComments(c.var.ctx, c.req.valid("param").key, page), 200);
  })
  .openapi(comment, async (c) => {
    const { ctx } = c.var;
    const before = await recall<PreviewComment>(ctx);
    const { key: of } = c.req.valid("param");
    const made = before?.answer ?? (await commentOnPreview(ctx, of, c.req.valid("json")));
    return c.json(made, 201, answered(before));
  });
