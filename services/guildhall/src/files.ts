import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import type { FileStorage, ReceivedUpload } from "@guildhall/api";
import { Problem } from "@guildhall/contract";
import {
  type Bytes,
  bytesOf,
  createDiskStorage,
  createThumbnailer,
  receiveUpload,
} from "@guildhall/documents";

/** The documents of an installation: files in a folder, each sealed under a key of its own. */
export interface Files extends FileStorage {
  readWhole(storage: string, key: string): Promise<Uint8Array>;
  /** A document's bytes as they are opened. */
  readPieces(storage: string, key: string): Bytes;
  /** End what makes small pictures. */
  close(): void;
}

/** More than a small picture ever has. */
const largestPicture = 64 * 1024;

/** Keep documents in a folder. */
export function createFiles(folder: string): Files {
  const storage = createDiskStorage(folder);
  const thumbnailer = createThumbnailer();
  const open = (id: string, key: string) => storage.read(id, Buffer.from(key, "base64"));
  return {
    receive: async (request, { maxBytes }) => {
      const key = randomBytes(32);
      const limits = { maxFiles: 1, maxBytes };
      const upload = await receiveUpload(
        {
          contentType: request.headers.get("content-type") ?? undefined,
          contentLength: request.headers.get("content-length") ?? undefined,
          body: request.body as Parameters<typeof receiveUpload>[0]["body"],
        },
        { storage, key, limits },
      );
      return received(upload, key);
    },
    // Node's two kinds of web stream differ in name only.
    read: async (id, key) =>
      Readable.toWeb(Readable.from(open(id, key))) as ReadableStream<Uint8Array>,
    readWhole: (id, key) => bytesOf(open(id, key)),
    readPieces: open,
    shrink: async (id, key) => {
      const picture = await thumbnailer.make(() => bytesOf(open(id, key)));
      if (!picture) return undefined;
      const sealed = { key: Buffer.from(key, "base64"), maxBytes: largestPicture };
      return (await storage.put(Readable.from([picture]), sealed)).id;
    },
    close: () => thumbnailer.close(),
    remove: (id) => storage.delete(id),
  };
}

function received(
  { files: [file], question, label }: Awaited<ReturnType<typeof receiveUpload>>,
  key: Uint8Array,
): ReceivedUpload {
  if (!file)
    throw new Problem("request-invalid", { faults: [{ pointer: "/file", code: "required" }] });
  const { name, contentType, stored } = file;
  return {
    name,
    contentType,
    bytes: stored.bytes,
    sha256: stored.sha256,
    storage: stored.id,
    key: Buffer.from(key).toString("base64"),
    ...(question === undefined ? {} : { question }),
    ...(label === undefined ? {} : { label }),
  };
}
