import type { Bytes } from "../bytes.ts";
import { refuseFile } from "../refuse-file.ts";
import { refuseHuge } from "./picture-size.ts";
import { createReader } from "./reader.ts";

/** Take out of a WebP what tells of place and camera, and whatever was hung on after its end. */
export async function* cleanWebp(source: Bytes): AsyncGenerator<Uint8Array> {
  const reader = createReader(source);
  const head = await reader.take(12);
  if (head.toString("latin1", 0, 4) !== "RIFF") throw refuseFile("file-damaged");
  yield head;
  for (let left = head.readUInt32LE(4) - 4; left > 0; ) {
    const begin = await reader.take(8);
    const type = begin.toString("latin1", 0, 4);
    const length = begin.readUInt32LE(4);
    const padded = length + (length % 2);
    left -= 8 + padded;
    if (left < 0) throw refuseFile("file-damaged");
    if (told.has(type)) {
      // The picture's own length stands at its beginning, which has gone by: what is taken out leaves its room.
      yield Buffer.concat([Buffer.from("JUNK"), begin.subarray(4)]);
      for await (const piece of reader.pass(padded)) yield Buffer.alloc(piece.length);
      continue;
    }
    yield begin;
    const first = await reader.take(Math.min(padded, 10));
    yield checked(type, first);
    yield* reader.pass(padded - first.length);
  }
  await reader.drain();
}

const told: ReadonlySet<string> = new Set(["EXIF", "XMP "]);
/** In the flags of a picture that has more than its pixels: that these are there. */
const toldFlags = 0x08 | 0x04;
const sides = 0x3fff;

/** The beginning of a chunk, with the size that the picture claims to have. */
function checked(type: string, first: Buffer): Buffer {
  if (first.length < 10) return first;
  if (type === "VP8 ") refuseHuge(first.readUInt16LE(6) & sides, first.readUInt16LE(8) & sides);
  if (type === "VP8L") {
    const bits = first.readUInt32LE(1);
    refuseHuge((bits & sides) + 1, ((bits >>> 14) & sides) + 1);
  }
  if (type !== "VP8X") return first;
  refuseHuge(first.readUIntLE(4, 3) + 1, first.readUIntLE(7, 3) + 1);
  const flags = first.readUInt8(0) & ~toldFlags;
  return Buffer.concat([Buffer.of(flags), first.subarray(1)]);
}
