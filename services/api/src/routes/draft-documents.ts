import { Document, DocumentChange, evidenceLimits, Id } from "@guildhall/contract";
import { attachFile, checkRoom, detachFile, labelDocument } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { FileStorage } from "../environment.ts";
import { once } from "../once.ts";
import { readJson } from "../read-json.ts";
import { receiveFile } from "../receive-file.ts";
import {
  bearer,
  createRouter,
  idempotencyKey,
  json,
  readRefusals,
  refusals,
  writeRefusals,
} from "../router.ts";

const params = z.object({ id: Id });
const file = params.extend({ document: Id });
const tags = ["Drafts"];

const attach = createRoute({
  method: "post",
  path: "/{id}/documents",
  operationId: "attachDocument",
  summary: "Upload a file to a draft",
  description:
    "One file of at most 25 MB, at most ten and 100 MB to a draft: pictures, sound, video, PDF, Word, Excel or plain text, told by their content. `question` is the id of the question that it answers, `label` what it shows. Where malware is looked for, its `state` is `pending-scan` until that is done.",
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
            label: z.string().max(200).optional(),
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
      "storage-full",
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
  request: { params: file },
  responses: { 204: { description: "Gone" }, ...refusals(...readRefusals, "invalid-transition") },
});

const label = createRoute({
  method: "patch",
  path: "/{id}/documents/{document}",
  operationId: "labelDocument",
  summary: "Say what an uploaded file shows",
  description: "Until the draft is submitted. No words take the label away.",
  tags,
  security: bearer,
  middleware: [requireCredential, readJson] as const,
  request: {
    params: file,
    body: { required: true, ...json(DocumentChange, { label: "The speakers in the garden" }) },
  },
  responses: {
    200: { description: "The document", ...json(Document) },
    ...refusals(...writeRefusals, "invalid-transition"),
  },
});

/** The evidence of forms that are being filled in, its bytes in the given storage. */
export function createDraftDocuments(files: FileStorage) {
  const router = createRouter()
    .openapi(label, async (c) => {
      const { id, document } = c.req.valid("param");
      const change = { id: document, ...c.req.valid("json") };
      return c.json(await labelDocument(c.var.ctx, id, change), 200);
    })
    .openapi(detach, async (c) => {
      const { id, document } = c.req.valid("param");
      const places = await detachFile(c.var.ctx, id, document);
      await Promise.all(places.map((place) => files.remove(place)));
      return c.body(null, 204);
    });
  // The body is a stream that must not be read whole, so it goes past the validator that would.
  router.openAPIRegistry.registerPath(attach);
  router.post("/:id/documents", requireCredential, once, (c) => {
    const draft = c.req.param("id");
    return receiveFile(c, files, {
      maxBytes: evidenceLimits.fileBytes,
      makeRoom: (ctx) => checkRoom(ctx, draft),
      keep: (ctx, file) => attachFile(ctx, draft, file),
    });
  });
  return router;
}
