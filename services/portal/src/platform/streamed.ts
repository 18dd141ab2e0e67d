import type { StreamedForm } from "../http/write-multipart.ts";

/** The SDK would read a multipart body whole; a stream goes through as it is. */
export function streamed({ body, contentType }: StreamedForm) {
  const options = {
    body,
    bodySerializer: null,
    duplex: "half",
    headers: {
      "Idempotency-Key": `upload-${crypto.randomUUID()}`,
      "Content-Type": contentType,
    },
  };
  // The generated type knows only bodies that are held in memory.
  return options as unknown as { body: { file: Blob } };
}
