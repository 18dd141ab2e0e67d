import { Id, NewNotePreview, NotePreview } from "@guildhall/contract";
import { previewNote } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { ApiDeps } from "../environment.ts";
import { readJson } from "../read-json.ts";
import { bearer, createRouter, json, refusals, writeRefusals } from "../router.ts";

const preview = createRoute({
  tags: ["Processes"],
  security: bearer,
  method: "post",
  path: "/{id}/notes/preview",
  operationId: "previewNote",
  summary: "See a note as it would arrive",
  description:
    "For members of staff alone: what the citizen would be written if this note were added now and shown to them, in their language, and by which channel. The link in it opens nothing. Nothing is sent and nothing is kept, so it may be asked as often as you like.",
  middleware: [requireCredential, readJson] as const,
  request: {
    params: z.object({ id: Id }),
    body: {
      required: true,
      ...json(NewNotePreview, { contents: "I will visit on Tuesday morning." }),
    },
  },
  responses: {
    200: { description: "The message", ...json(NotePreview) },
    ...refusals(...writeRefusals, "process-closed"),
  },
});

/** What citizens will be written, before anything is sent. */
export function createNotePreviews({ dryRuns }: Pick<ApiDeps, "dryRuns">) {
  return createRouter().openapi(preview, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(await previewNote(c.var.ctx, id, c.req.valid("json"), dryRuns), 200);
  });
}
