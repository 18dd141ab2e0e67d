import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { evidenceLimits } from "@guildhall/contract";
import type { Fields } from "@guildhall/forms";

/** A file as a browser sends it, while it comes in. */
export interface FilePart {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

const fieldBytes = 1024 * 1024;
const mostFields = 5000;
/** Beyond it nobody waits for the rest: what is too large for us is read to its end, to find what was typed after it. */
const wholeBytes = 1024 * 1024 * 1024;

/**
 * Read a page that sends files with its fields; undefined for more than a page can hold, or what is cut off.
 *
 * Each file is given to `take` as it comes, with the fields that stand before it, and is never held. What `take` leaves
 * of it is dropped. A file field that was left empty gives none.
 */
export async function readMultipart(
  request: Request,
  take: (part: FilePart, before: Fields) => Promise<void>,
): Promise<Fields | undefined> {
  const busboy = open(request.headers.get("content-type") ?? "");
  if (!busboy || !request.body) return undefined;
  const fields = new Map<string, string[]>();
  const files: { readonly stream: Readable; readonly taken: Promise<void> }[] = [];
  let room = fieldBytes;
  busboy.on("field", (name, value, ...[, isCut]) => {
    room -= isCut ? fieldBytes : Buffer.byteLength(name) + Buffer.byteLength(value);
    fields.set(name, [...(fields.get(name) ?? []), value]);
  });
  busboy.on("fieldsLimit", () => {
    room = -1;
  });
  busboy.on("file", (field, stream, name = "", ...[, type]) => {
    // Told to whoever reads the stream; when nobody does any more that is nobody.
    stream.on("error", () => undefined);
    const taken = takeFrom(stream, (chunks) =>
      name === "" ? Promise.resolve() : take({ field, name, type, chunks }, fields),
    );
    // Awaited at the end; until then a failure is not unhandled.
    taken.catch(() => undefined);
    files.push({ stream, taken });
  });
  if (await arrives(request.body, busboy)) {
    await Promise.all(files.map(({ taken }) => taken));
    return room < 0 ? undefined : fields;
  }
  for (const { stream } of files) stream.destroy(new Error("The page was cut off."));
  await Promise.allSettled(files.map(({ taken }) => taken));
  return undefined;
}

/** A stream that is iterated cannot be resumed: the iterator has to end first. */
async function takeFrom(
  stream: Readable,
  take: (chunks: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> {
  const chunks = stream.iterator({ destroyOnReturn: false });
  try {
    await take(chunks);
  } finally {
    await chunks.return?.();
    stream.resume();
  }
}

function open(contentType: string): BusboyInstance | undefined {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return undefined;
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      preservePath: true,
      isPartAFile: (_field, _type, name) => name !== undefined,
      limits: {
        fieldNameSize: 300,
        fieldSize: fieldBytes,
        fields: mostFields,
        files: evidenceLimits.files,
        headerPairs: 20,
        headerSize: 8192,
      },
    });
  } catch {
    return undefined;
  }
}

async function arrives(body: ReadableStream<Uint8Array>, busboy: BusboyInstance): Promise<boolean> {
  try {
    await pipeline(atMost(body), busboy);
    return true;
  } catch {
    return false;
  }
}

async function* atMost(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = wholeBytes;
  for await (const chunk of body) {
    left -= chunk.byteLength;
    if (left < 0) throw new Error("More was sent than a page of ours sends.");
    yield chunk;
  }
}
