import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { bytesOf, createDiskStorage, receiveUpload } from "@guildhall/documents";
import type { FileStorage } from "../environment.ts";

/** Documents in a folder, with what was removed from it; a picture that says that it is broken has no small one. */
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
      const { question, label } = upload;
      return { ...received, key: key.toString("base64"), question, label };
    },
    read: async (id, key) =>
      Readable.toWeb(
        Readable.from(storage.read(id, Buffer.from(key, "base64"))),
      ) as ReadableStream<Uint8Array>,
    async shrink(id, key) {
      const sealed = { key: Buffer.from(key, "base64"), maxBytes: 1000 };
      const bytes = Buffer.from(await bytesOf(storage.read(id, sealed.key)));
      if (bytes.includes("broken")) return undefined;
      return (await storage.put(Readable.from([Buffer.from("a small picture")]), sealed)).id;
    },
    async remove(id) {
      removed.push(id);
      await storage.delete(id);
    },
  };
}
