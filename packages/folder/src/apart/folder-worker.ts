import { parentPort } from "node:worker_threads";
import { readArchive } from "../zip/read-archive.ts";
import { ArchiveRefused } from "../zip/unpack.ts";
import { type Answer, ready } from "./protocol.ts";

if (!parentPort) throw new Error("This file is the entry of a thread.");
const port = parentPort;
port.on("message", async (bytes: Uint8Array) => port.postMessage(await answer(bytes)));
port.postMessage(ready);

async function answer(bytes: Uint8Array): Promise<Answer> {
  try {
    return { read: await readArchive(bytes) };
  } catch (error) {
    if (error instanceof ArchiveRefused) return { refused: error.message };
    throw error;
  }
}
