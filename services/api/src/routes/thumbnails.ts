import { Id } from "@guildhall/contract";
import { openThumbnail } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { FileStorage } from "../environment.ts";
import { bearer, createRouter, readRefusals, refusals } from "../router.ts";
import { begun, safe } from "./documents.ts";

const read = createRoute({
  method: "get",
  path: "/{id}/thumbnail",
  operationId: "getThumbnail",
  summary: "See a small picture of a document",
  description:
    "A WebP of at most 240 by 240 pixels and 15 KB, of evidence that is a JPEG, PNG, GIF or WebP. The token of a draft opens those of its own files.",
  tags: ["Documents"],
  security: bearer,
  middleware: [requireCredential] as const,
  request: { params: z.object({ id: Id }) },
  responses: {
    200: {
      description: "The picture",
      content: { "image/webp": { schema: z.string().meta({ format: "binary" }) } },
    },
    ...refusals(...readRefusals, "document-not-found", "scan-pending", "document-infected"),
  },
});

/** Small pictures of a tenant's documents, made when they are first asked for. */
export function createThumbnails(files: FileStorage) {
  return createRouter().openapi(read, async (c) => {
    const { storage, key } = await openThumbnail(c.var.ctx, c.req.valid("param").id, files);
    const headers = { ...safe, "Content-Type": "image/webp", "Content-Disposition": "inline" };
    const isHead = c.req.raw.method === "HEAD";
    return new Response(isHead ? null : await begun(await files.read(storage, key)), { headers });
  });
}
