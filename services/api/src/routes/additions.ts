import { CitizenNote, Document, evidenceLimits, Note, Reference } from "@guildhall/contract";
import { addCitizenNote, attachToProcess, checkProcessRoom, recall } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { FileStorage } from "../environment.ts";
import { limitTo } from "../limits.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import { receiveFile } from "../receive-file.ts";
import {
  bearer,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
} from "../router.ts";

const params = z.object({ reference: Reference });
const tags = ["Tracking"];
const limited = limitTo("additions", { points: 60, seconds: 3600 });

const note = createRoute({
  method: "post",
  path: "/{reference}/notes",
  operationId: "addCitizenNote",
  summary: "Add words to one's own request",
  description:
    "With the citizen's own token, while the process is open; ten a day. Staff read it with the process, and back offices that follow notes are told.",
  tags,
  security: bearer,
  parameters: [idempotencyKey],
  middleware: [requireCredential, limited, readJson, once] as const,
  request: {
    params,
    body: { required: true, ...json(CitizenNote, { contents: "It is louder at the weekend." }) },
  },
  responses: {
    201: { description: "The note", ...json(Note) },
    ...refusals(...postRefusals, "process-closed", "rate-limited"),
  },
});

const attach = createRoute({
  method: "post",
  path: "/{reference}/documents",
  operationId: "attachCitizenDocument",
  summary: "Add a photo or a file to one's own request",
  description:
    "With the citizen's own token, while the process is open. One file of at most 25 MB; a process takes 30, and 300 MB, with those that it began with. `label` says what it shows. Back offices that follow documents are handed it, once it was looked at where malware is looked for.",
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
      "process-closed",
      "rate-limited",
      "idempotency-key-missing",
      "idempotency-mismatch",
    ),
  },
});

/** What citizens add to their own requests. */
export function createAdditions(files: FileStorage) {
  const router = createRouter().openapi(note, async (c) => {
    const { ctx } = c.var;
    const before = await recall<Note>(ctx);
    const { reference } = c.req.valid("param");
    const added = before?.answer ?? (await addCitizenNote(ctx, reference, c.req.valid("json")));
    return c.json(added, 201, answered(before));
  });
  // The body is a stream that must not be read whole, so it goes past the validator that would.
  router.openAPIRegistry.registerPath(attach);
  router.post("/:reference/documents", requireCredential, limited, once, (c) => {
    const reference = c.req.param("reference");
    return receiveFile(c, files, {
      maxBytes: evidenceLimits.fileBytes,
      makeRoom: (ctx) => checkProcessRoom(ctx, reference),
      keep: (ctx, file) => attachToProcess(ctx, reference, file),
    });
  });
  return router;
}
