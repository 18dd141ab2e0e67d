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
/** As many parts as a page can have, and some more that say nothing. */
const mostParts = mostFields + evidenceLimits.files + 50;
/** Beyond it nobody waits for the rest: a file that is too large for us is read to its end, to find what was typed after it. */
const wholeBytes = 1024 * 1024 * 1024;
/** As much as comes with a page at most whose files are those that we ask for. */
export const honestBytes = fieldBytes + evidenceLimits.allBytes;

/**
 * Read a page that sends files with its fields; undefined for more than a page can hold, or what is cut off.
 *
 * Each file is given to `take` as it comes, with the fields that stand before it, and is never held. What `take` leaves
 * of it is dropped. A file field that was left empty gives none, and so does a part without a name. Reading ends with
 * the first part that is too much, or with the most bytes.
 */
export async function readMultipart(
  request: Request,
  take: (part: FilePart, before: Fields) => Promise<void>,
  mostBytes = wholeBytes,
): Promise<Fields | undefined> {
  const busboy = open(request.headers.get("content-type") ?? "");
  if (!busboy || !request.body) return undefined;
  const files: Files = [];
  const fields = gatherFields(busboy);
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
  if (await arrives(request.body, busboy, mostBytes)) {
    await Promise.all(files.map(({ taken }) => taken));
    return fields;
  }
  for (const { stream } of files) stream.destroy(new Error("The page was cut off."));
  await Promise.allSettled(files.map(({ taken }) => taken));
  return undefined;
}

type Files = { readonly stream: Readable; readonly taken: Promise<void> }[];

/** Keep the fields as they come; the reading ends where they are more than a page can hold. */
function gatherFields(busboy: BusboyInstance): Fields {
  const fields = new Map<string, string[]>();
  const end = () => void busboy.destroy(new Error("More was sent than a page can hold."));
  let room = fieldBytes;
  // A part need not have a name, whatever the type says.
  busboy.on("field", (name: string | undefined, value, ...[, isCut]) => {
    room -= isCut ? fieldBytes + 1 : Buffer.byteLength(name ?? "") + Buffer.byteLength(value);
    if (room < 0) end();
    else if (name !== undefined) fields.set(name, [...(fields.get(name) ?? []), value]);
  });
  busboy.on("fieldsLimit", end);
  busboy.on("partsLimit", end);
  // Whoever waits for the reading hears of the first; one that follows it would end the process.
  busboy.on("error", () => undefined);
  return fields;
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
        parts: mostParts,
        headerPairs: 20,
        headerSize: 8192,
      },
    });
  } catch {
    return undefined;
  }
}

async function arrives(
  body: ReadableStream<Uint8Array>,
  busboy: BusboyInstance,
  mostBytes: number,
): Promise<boolean> {
  try {
    await pipeline(atMost(body, mostBytes), busboy);
    return true;
  } catch {
    return false;
  }
}

async function* atMost(
  body: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<Uint8Array> {
  let left = mostBytes;
  for await (const chunk of body) {
    left -= chunk.byteLength;
    if (left < 0) throw new Error("More was sent than a page of ours sends.");
    yield chunk;
  }
}
