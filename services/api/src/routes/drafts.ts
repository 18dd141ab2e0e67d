import { Document, Draft, DraftChange, Id, NewDraft } from "@guildhall/contract";
import {
  attachFile,
  beginDraft,
  checkRoom,
  detachFile,
  getDraft,
  recall,
  saveDraft,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { FileStorage } from "../environment.ts";
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
  writeRefusals,
} from "../router.ts";

const largestFile = 25 * 1024 * 1024;
const params = z.object({ id: Id });
const tags = ["Drafts"];

const begin = createRoute({
  method: "post",
  path: "/",
  operationId: "beginDraft",
  summary: "Begin to fill in a service; the answer has the token for it",
  tags,
  security: anyone,
  parameters: [idempotencyKey],
  middleware: [readJson, once] as const,
  request: { body: { required: true, ...json(NewDraft, { service: "noise-nuisance" }) } },
  responses: { 201: { description: "The draft", ...json(Draft) }, ...refusals(...postRefusals) },
});

const read = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "getDraft",
  summary: "See what has been filled in so far",
  tags,
  security: bearer,
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The draft", ...json(Draft) },
    ...refusals(...readRefusals, "invalid-transition"),
  },
});

const save = createRoute({
  method: "patch",
  path: "/{id}",
  operationId: "saveDraft",
  summary: "Keep answers; null takes one away",
  tags,
  security: bearer,
  middleware: [requireCredential, readJson] as const,
  request: {
    params,
    body: { required: true, ...json(DraftChange, { answers: { noiseSource: "not-known" } }) },
  },
  responses: {
    200: { description: "The draft", ...json(Draft) },
    ...refusals(...writeRefusals, "invalid-transition"),
  },
});

const attach = createRoute({
  method: "post",
  path: "/{id}/documents",
  operationId: "attachDocument",
  summary: "Upload evidence",
  description:
    "One file of at most 25 MB, at most ten to a draft: pictures, sound, video, PDF, Word, Excel or plain text, told by their content. `question` is the id of the question that it answers.",
  tags,
  security: bearer,
  request: {
    params,
    body: {
      required: true,
      content: {
        "multipart/form-data": {
          schema: z.object({
            file: z.string().meta({ format: "binary" }),
            question: z.string().optional(),
          }),
        },
      },
    },
  },
  responses: {
    201: { description: "The document", ...json(Document) },
    ...refusals(
      ...readRefusals,
      "body-too-large",
      "file-not-allowed",
      "media-type-unsupported",
      "request-invalid",
      "invalid-transition",
    ),
  },
});

const detach = createRoute({
  method: "delete",
  path: "/{id}/documents/{document}",
  operationId: "detachDocument",
  summary: "Take uploaded evidence away",
  tags,
  security: bearer,
  middleware: [requireCredential] as const,
  request: { params: params.extend({ document: Id }) },
  responses: { 204: { description: "Gone" }, ...refusals(...readRefusals, "invalid-transition") },
});

/** Forms being filled in, the bytes of their evidence in the given storage. */
export function createDrafts(files: FileStorage) {
  const router = createRouter()
    .openapi(begin, async (c) => {
      const before = await recall<Draft>(c.var.ctx);
      const draft = before?.answer ?? (await beginDraft(c.var.ctx, c.req.valid("json")));
      return c.json(draft, 201, answered(before, `${c.var.ctx.issuer}/v1/drafts/${draft.id}`));
    })
    .openapi(read, async (c) => c.json(await getDraft(c.var.ctx, c.req.valid("param").id), 200))
    .openapi(save, async (c) =>
      c.json(await saveDraft(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(detach, async (c) => {
      const { id, document } = c.req.valid("param");
      await files.remove(await detachFile(c.var.ctx, id, document));
      return c.body(null, 204);
    });
  // The body is a stream that must not be read whole, so it goes past the validator that would.
  router.openAPIRegistry.registerPath(attach);
  router.post("/:id/documents", requireCredential, async (c) => {
    const draft = c.req.param("id");
    await checkRoom(c.var.ctx, draft);
    const received = await files.receive(c.req.raw, { maxBytes: largestFile });
    try {
      return c.json(await attachFile(c.var.ctx, draft, received), 201);
    } catch (error) {
      await files.remove(received.storage);
      throw error;
    }
  });
  return router;
}
