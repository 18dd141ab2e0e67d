import { createHash } from "node:crypto";
import { Document, Draft, DraftChange, Id, NewDraft } from "@guildhall/contract";
import {
  attachFile,
  beginDraft,
  cameBefore,
  checkRoom,
  detachFile,
  getDraft,
  recall,
  removeDraft,
  saveDraft,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { requireCredential } from "../authenticate.ts";
import type { ApiEnv, FileStorage, ReceivedUpload } from "../environment.ts";
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
  summary: "Start a draft",
  description:
    "A form that is filled in a page at a time. The answer has the token that opens this draft and the process that it becomes.",
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
  summary: "Read a draft",
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
  summary: "Save answers in a draft",
  description: "Answers that are not named stay as they are; null takes one away.",
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

const remove = createRoute({
  method: "delete",
  path: "/{id}",
  operationId: "removeDraft",
  summary: "Delete a draft, with its answers and files",
  tags,
  security: bearer,
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 204: { description: "Gone" }, ...refusals(...readRefusals, "invalid-transition") },
});

const attach = createRoute({
  method: "post",
  path: "/{id}/documents",
  operationId: "attachDocument",
  summary: "Upload a file to a draft",
  description:
    "One file of at most 25 MB, at most ten to a draft: pictures, sound, video, PDF, Word, Excel or plain text, told by their content. `question` is the id of the question that it answers.",
  tags,
  security: bearer,
  parameters: [idempotencyKey],
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
      "idempotency-key-missing",
      "idempotency-mismatch",
    ),
  },
});

const detach = createRoute({
  method: "delete",
  path: "/{id}/documents/{document}",
  operationId: "detachDocument",
  summary: "Delete an uploaded file from a draft",
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
    .openapi(remove, async (c) => {
      const storages = await removeDraft(c.var.ctx, c.req.valid("param").id);
      await Promise.all(storages.map((storage) => files.remove(storage)));
      return c.body(null, 204);
    })
    .openapi(detach, async (c) => {
      const { id, document } = c.req.valid("param");
      await files.remove(await detachFile(c.var.ctx, id, document));
      return c.body(null, 204);
    });
  // The body is a stream that must not be read whole, so it goes past the validator that would.
  router.openAPIRegistry.registerPath(attach);
  router.post("/:id/documents", requireCredential, once, (c) => receive(c, files));
  return router;
}

/** Receive a file and put it with its draft, or, where it came before, answer as then; what is not kept is removed. */
async function receive(c: Context<ApiEnv>, files: FileStorage): Promise<Response> {
  const draft = c.req.param("id") ?? "";
  const { ctx } = c.var;
  if (!(await cameBefore(ctx))) await checkRoom(ctx, draft);
  const received = await files.receive(c.req.raw, { maxBytes: largestFile });
  let isKept = false;
  try {
    const saying = {
      ...ctx,
      request: ctx.request && { ...ctx.request, digest: digestOf(received) },
    };
    const before = await recall<Document>(saying);
    const { document, isNew } = before
      ? { document: before.answer, isNew: false }
      : await attachFile(saying, draft, received);
    isKept = isNew;
    return c.json(document, 201, answered(isNew ? undefined : {}));
  } finally {
    if (!isKept) await files.remove(received.storage);
  }
}

/** What a request said, by the bytes of its file: how they were divided into parts is no matter. */
function digestOf({ sha256, name, question = "" }: ReceivedUpload): string {
  return createHash("sha256").update([sha256, name, question].join("\0")).digest("base64url");
}
