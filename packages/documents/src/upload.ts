import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Busboy } from "@fastify/busboy";
import { isCleanText, Problem } from "@guildhall/contract";
import { atMost } from "./bytes.ts";
import { type ReceivedFile, receiveFile } from "./receive-file.ts";
import type { Storage } from "./storage.ts";

export interface UploadRequest {
  readonly contentType: string | undefined;
  readonly contentLength?: string | undefined;
  readonly body: ReadableStream<Uint8Array> | Readable | null;
}

export interface UploadOptions {
  readonly storage: Storage;
  /** The key that the files are sealed under. */
  readonly key: Uint8Array;
  readonly limits: { readonly maxFiles: number; readonly maxBytes: number };
}

export interface Upload {
  /** Which question the files answer, where the sender said so. */
  readonly question?: string;
  /** What they show, likewise. */
  readonly label?: string;
  readonly files: readonly ReceivedFile[];
}

/** What may be said beside the files, and in how many characters at most. */
const known: ReadonlyMap<string, number> = new Map([
  ["question", 200],
  ["label", 200],
]);
/** As many bytes as so many characters can have. */
const longestWords = 800;

/** Room for the boundaries and headers of the parts. */
const envelopeBytes = 64 * 1024;

/**
 * Take the files of a multipart request into storage as they arrive, all of them or none.
 *
 * Where one is refused the rest of the request is read and dropped, so that the sender hears why; parts beyond count
 * end it at once.
 *
 * @throws Problem `media-type-unsupported`, `body-too-large`, `request-invalid`, `file-not-allowed`, `storage-full`
 */
export async function receiveUpload(
  { contentType = "", contentLength, body }: UploadRequest,
  options: UploadOptions,
): Promise<Upload> {
  const { maxFiles, maxBytes } = options.limits;
  const maxTotal = maxFiles * maxBytes + envelopeBytes;
  if (!/^multipart\/form-data\s*;/i.test(contentType)) throw new Problem("media-type-unsupported");
  if (Number(contentLength ?? 0) > maxTotal) throw new Problem("body-too-large");
  if (!body) throw invalid("missing");

  const parts = receiveParts(contentType, options);
  try {
    await pipeline(atMost(body, maxTotal), parts.writable);
    return await parts.upload();
  } catch (error) {
    await parts.discard();
    throw error instanceof Problem ? error : invalid("malformed");
  }
}

function receiveParts(contentType: string, options: UploadOptions) {
  const busboy = openBusboy(contentType, options.limits.maxFiles);
  const receiving: Promise<ReceivedFile>[] = [];
  const streams: Readable[] = [];
  const faults: Problem[] = [];
  const words = new Map<string, string>();

  busboy.on("file", (field, stream, name, ...[, type]) => {
    // Told to whoever reads the stream; after a refusal that is nobody.
    stream.on("error", () => undefined);
    if (field !== "file") faults.push(invalid("unknown-field"));
    const received = receiveFile({ stream, name: name ?? "", type }, options);
    // Awaited at the end; until then a failure is not unhandled.
    received.catch(() => undefined);
    receiving.push(received);
    streams.push(stream);
  });
  busboy.on("field", (field, value, _fieldTruncated, truncated) => {
    if (!known.has(field)) faults.push(invalid("unknown-field"));
    else if (truncated || !isCleanText(value)) faults.push(invalid("invalid"));
    else if ([...value].length > (known.get(field) ?? 0)) faults.push(invalid("invalid"));
    else words.set(field, value.normalize("NFC"));
  });
  for (const limit of ["filesLimit", "fieldsLimit"] as const) {
    busboy.on(limit, () => faults.push(invalid("too-many")));
  }
  busboy.on("partsLimit", () => void busboy.destroy(faults[0] ?? invalid("too-many")));
  // Whoever waits for the reading hears of the first; one that follows it would end the process.
  busboy.on("error", () => undefined);

  return {
    writable: busboy,
    async upload(): Promise<Upload> {
      const files = await Promise.all(receiving);
      if (files.length === 0) faults.push(invalid("missing"));
      for (const fault of faults) throw fault;
      return { ...Object.fromEntries(words), files };
    },
    /** End what is still being received, and leave none of it. */
    async discard(): Promise<void> {
      for (const stream of streams) stream.destroy(new Error("The request was cut off."));
      const settled = await Promise.allSettled(receiving);
      for (const one of settled) {
        if (one.status === "fulfilled") await options.storage.delete(one.value.stored.id);
      }
    },
  };
}

function openBusboy(contentType: string, maxFiles: number) {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      preservePath: true,
      isPartAFile: (field, _type, name) => name !== undefined || field === "file",
      limits: {
        files: maxFiles,
        fields: known.size,
        fieldSize: longestWords,
        parts: maxFiles + known.size,
        headerPairs: 20,
        headerSize: 8192,
      },
    });
  } catch {
    throw invalid("malformed");
  }
}

function invalid(code: string): Problem {
  return new Problem("request-invalid", { faults: [{ pointer: "/file", code }] });
}
