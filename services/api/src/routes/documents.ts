import { Id } from "@guildhall/contract";
import { contentDisposition, writeAnswersPdf } from "@guildhall/documents";
import { type FormDocument, type FoundDocument, openDocument } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { FileStorage } from "../environment.ts";
import { formPage } from "../form-page.ts";
import { bearer, createRouter, readRefusals, refusals } from "../router.ts";

/** What is served is shown by itself or not at all, and nobody keeps it. */
export const safe = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  "Referrer-Policy": "no-referrer",
};

const read = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "getDocument",
  summary: "Read a document",
  description:
    "The form as HTML, or as JSON when that is asked for; as a PDF that can be read aloud, in the language that it was filled in, for `Accept: application/pdf`. Evidence as the bytes that were uploaded.",
  tags: ["Documents"],
  security: bearer,
  middleware: [requireCredential] as const,
  request: { params: z.object({ id: Id }) },
  responses: {
    200: {
      description: "The document",
      content: {
        "text/html": { schema: z.string() },
        "application/json": { schema: z.record(z.string(), z.unknown()) },
        "application/pdf": { schema: z.string().meta({ format: "binary" }) },
        "*/*": { schema: z.string().meta({ format: "binary" }) },
      },
    },
    ...refusals(...readRefusals, "document-not-found", "scan-pending", "document-infected"),
  },
});

/** The documents of a tenant, their bytes from the given storage. */
export function createDocuments(files: FileStorage) {
  return createRouter().openapi(read, async (c) => {
    const accept = c.req.header("accept") ?? "";
    const asSent = /application\/pdf/.test(accept) && !/text\/html/.test(accept);
    const document = await openDocument(c.var.ctx, c.req.valid("param").id, { asSent });
    if ("form" in document && asSent) return pdfResponse(document, c.var.ctx.tenant.name);
    if ("form" in document) return formResponse(document.form, accept);
    const { name, contentType, storage, key, bytes } = document.file;
    const headers = {
      ...safe,
      "Content-Type": contentType,
      "Content-Length": String(bytes),
      "Content-Disposition": contentDisposition(name),
    };
    // Whoever asks for the headers alone must not leave a file open.
    const isHead = c.req.raw.method === "HEAD";
    return new Response(isHead ? null : await begun(await files.read(storage, key)), { headers });
  });
}

/** Read the first of a stream before anything is answered: a file that is gone or damaged is then a problem. */
export async function begun(
  stream: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  const reader = stream.getReader();
  let next: ReadableStreamReadResult<Uint8Array> | undefined = await reader.read();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = next ?? (await reader.read());
      next = undefined;
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function formResponse(form: FormDocument, accept: string): Response {
  if (/application\/json/.test(accept) && !/text\/html/.test(accept)) {
    return new Response(JSON.stringify(form), {
      headers: { ...safe, "Content-Type": "application/json" },
    });
  }
  return new Response(formPage(form), {
    headers: { ...safe, "Content-Type": "text/html; charset=utf-8" },
  });
}

async function pdfResponse(
  { form, language }: Extract<FoundDocument, { readonly form: unknown }>,
  council: string,
): Promise<Response> {
  const bytes = await writeAnswersPdf(form, { council, language });
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...safe,
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.length),
      "Content-Disposition": contentDisposition(`${form.reference}.pdf`),
    },
  });
}
