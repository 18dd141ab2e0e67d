import type { Bytes } from "../bytes.ts";
import { refuseFile } from "../refuse-file.ts";
import { refuseHuge } from "./picture-size.ts";
import { createReader, type Reader } from "./reader.ts";

const signature = Buffer.from("89504e470d0a1a0a", "hex");
const checksumBytes = 4;

/** The picture and its colours; not the text, time and EXIF chunks that say where it comes from. */
const kept = new Set(
  "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT".split(" "),
);

/** Take out of a PNG all that is not the picture, and whatever was hung on after its end. */
export async function* cleanPng(source: Bytes): AsyncGenerator<Uint8Array> {
  const reader = createReader(source);
  if (!(await reader.take(signature.length)).equals(signature)) throw refuseFile("file-damaged");
  yield signature;
  yield await header(reader);
  for (let type = ""; type !== "IEND"; ) {
    const begin = await reader.take(8);
    type = begin.toString("latin1", 4);
    const rest = reader.pass(begin.readUInt32BE() + checksumBytes);
    if (kept.has(type)) {
      yield begin;
      yield* rest;
    } else {
      for await (const _ of rest);
    }
  }
  await reader.drain();
}

async function header(reader: Reader): Promise<Buffer> {
  const chunk = await reader.take(8 + 13 + checksumBytes);
  if (chunk.toString("latin1", 4, 8) !== "IHDR") throw refuseFile("file-damaged");
  refuseHuge(chunk.readUInt32BE(8), chunk.readUInt32BE(12));
  return chunk;
}
