import { Readable } from "node:stream";
import type { FilePart } from "./read-multipart.ts";

/** A body that goes on as it comes, and what it is. */
export interface StreamedForm {
  readonly body: ReadableStream<Uint8Array>;
  readonly contentType: string;
}

/** Send one file on with what is said of it, as it comes. */
export function writeMultipart(
  said: Readonly<Record<string, string>>,
  file: Pick<FilePart, "name" | "type" | "chunks">,
): StreamedForm {
  const boundary = `guildhall-${crypto.randomUUID()}`;
  const parts = partsOf(boundary, said, file);
  return {
    // Node's type of a stream and the browser's are the same thing under two names.
    body: Readable.toWeb(Readable.from(parts, { objectMode: false })) as ReadableStream<Uint8Array>,
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}

async function* partsOf(
  boundary: string,
  said: Readonly<Record<string, string>>,
  { name, type, chunks }: Pick<FilePart, "name" | "type" | "chunks">,
): AsyncGenerator<Uint8Array> {
  const begin = `--${boundary}\r\nContent-Disposition: form-data;`;
  for (const [field, words] of Object.entries(said))
    yield Buffer.from(`${begin} name="${field}"\r\n\r\n${words}\r\n`);
  const declared = `Content-Type: ${oneLine(type) || "application/octet-stream"}`;
  yield Buffer.from(`${begin} name="file"; filename="${quoted(name)}"\r\n${declared}\r\n\r\n`);
  yield* chunks;
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}

/** As browsers write it. */
function quoted(name: string): string {
  return oneLine(name).replaceAll('"', "%22");
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ");
}
