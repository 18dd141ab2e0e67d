import { once } from "node:events";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { Tree } from "../tree.ts";

/** When every file was changed, in local time as archives have it, so that the same files are the same archive. */
const mtime = new Date(2000, 0, 1);

/** Pack the files of a folder into a zip archive, in a folder of this name, while it is sent. */
export function packFolder(tree: Tree, name: string): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  for (const [path, bytes] of tree)
    zip.addBuffer(Buffer.from(bytes), `${name}/${path}`, { mtime, forceDosTimestamp: true });
  zip.end();
  // A stream of Node's own, whose chunks are bytes.
  return Readable.toWeb(Readable.from(zip.outputStream)) as ReadableStream<Uint8Array>;
}

/** A file of an archive, whose bytes are made when it is its turn. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: AsyncIterable<Uint8Array | string>;
}

/** Pack files one after the other as they are made; no more of them is in memory than is on its way. */
export function packStream(files: AsyncIterable<PackedFile>): Readable {
  const zip = new ZipFile();
  const packed = Readable.from(zip.outputStream, { objectMode: false });
  packAll(zip, files).catch((error) => packed.destroy(error));
  return packed;
}

async function packAll(zip: ZipFile, files: AsyncIterable<PackedFile>): Promise<void> {
  for await (const { path, bytes } of files) {
    const stream = Readable.from(bytes, { objectMode: false });
    zip.addReadStream(stream, path, { mtime, forceDosTimestamp: true });
    await once(stream, "end");
  }
  zip.end();
}
