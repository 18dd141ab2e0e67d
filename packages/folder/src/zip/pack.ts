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
