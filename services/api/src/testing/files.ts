import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { createDiskStorage, receiveUpload } from "@guildhall/documents";
import type { FileStorage } from "../environment.ts";

/** Documents in a folder, with what was removed from it. */
export function createTestFiles(folder: string): FileStorage & { readonly removed: string[] } {
  const storage = createDiskStorage(folder);
  const removed: string[] = [];
  return {
    removed,
    async receive(request, { maxBytes }) {
      const key = randomBytes(32);
      const body = request.body as Parameters<typeof receiveUpload>[0]["body"];
      const contentType = request.headers.get("content-type") ?? undefined;
      const limits = { maxFiles: 1, maxBytes };
      const upload = await receiveUpload({ contentType, body }, { storage, key, limits });
      const [file] = upload.files;
      if (!file) throw new Error("An upload without a file is refused before");
      const { stored, name, contentType: type } = file;
      const { id, bytes, sha256 } = stored;
      const received = { name, contentType: type, bytes, sha256, storage: id };
      return { ...received, key: key.toString("base64"), question: upload.question };
    },
    read: async (id, key) =>
      Readable.toWeb(
        Readable.from(storage.read(id, Buffer.from(key, "base64"))),
      ) as ReadableStream<Uint8Array>,
    async remove(id) {
      removed.push(id);
      await storage.delete(id);
    },
  };
}
