import type { Bytes } from "../bytes.ts";
import { refuseFile } from "../refuse-file.ts";
import { orientationOf, orientationSegment } from "./exif.ts";
import { refuseHuge } from "./picture-size.ts";
import { createReader, type Reader } from "./reader.ts";

/**
 * Take out of a JPEG all that is not the picture: place and time, camera, thumbnail, comments, and
 * whatever was hung on after its end.
 *
 * Kept are the colours (ICC profile, Adobe's colour transform) and which way is up. The picture
 * itself is not decoded, so it loses nothing. One that is broken off is refused.
 */
export async function* cleanJpeg(source: Bytes): AsyncGenerator<Uint8Array> {
  const reader = createReader(source);
  yield start(await reader.take(2));
  for (;;) {
    const marker = await nextMarker(reader);
    if (marker === endOfImage) break;
    if (isBare(marker)) {
      yield Buffer.of(0xff, marker);
      continue;
    }
    const kept = keep(marker, await segment(reader));
    if (kept) yield kept;
    if (marker === startOfScan) yield* scan(reader);
  }
  yield Buffer.of(0xff, endOfImage);
  await reader.drain();
}

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const comment = 0xfe;

function start(bytes: Buffer): Buffer {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) throw refuseFile("file-damaged");
  return bytes;
}

/** Any number of 0xff may come before a marker. */
async function nextMarker(reader: Reader): Promise<number> {
  let byte = (await reader.take(1))[0];
  if (byte !== 0xff) throw refuseFile("file-damaged");
  while (byte === 0xff) byte = (await reader.take(1))[0];
  return byte ?? 0;
}

/** A segment with its length before it. */
async function segment(reader: Reader): Promise<Buffer> {
  const length = await reader.take(2);
  const bytes = length.readUInt16BE();
  if (bytes < 2) throw refuseFile("file-damaged");
  return Buffer.concat([length, await reader.take(bytes - 2)]);
}

function keep(marker: number, whole: Buffer): Buffer | undefined {
  const payload = whole.subarray(2);
  if (isFrame(marker) && payload.length >= 5) {
    refuseHuge(payload.readUInt16BE(3), payload.readUInt16BE(1));
  }
  if (marker === 0xe1) {
    const orientation = orientationOf(payload);
    return orientation > 1 ? orientationSegment(orientation) : undefined;
  }
  if (!isAside(marker) || isNeeded(marker, payload)) {
    return Buffer.concat([Buffer.of(0xff, marker), whole]);
  }
  return undefined;
}

function isNeeded(marker: number, payload: Buffer): boolean {
  const name = payload.toString("latin1", 0, 12);
  if (marker === 0xe0) return name.startsWith("JFIF\0") && payload.length <= 14;
  if (marker === 0xe2) return name.startsWith("ICC_PROFILE\0");
  return marker === 0xee && name.startsWith("Adobe") && payload.length === 12;
}

/** Application segments and comments. */
function isAside(marker: number): boolean {
  return (marker >= 0xe0 && marker <= 0xef) || marker === comment;
}

/** Start of frame, which gives the size; DHT, JPG and DAC share its range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function isBare(marker: number): boolean {
  return marker === 0x01 || isRestart(marker);
}

function isRestart(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0xd0 && byte <= 0xd7;
}

/** The picture's data, up to the next real marker: after 0xff comes 0 where it is only a byte. */
async function* scan(reader: Reader): AsyncGenerator<Buffer> {
  for (;;) {
    const bytes = await reader.some(2);
    const end = markerIn(bytes);
    yield bytes.subarray(0, end);
    reader.putBack(bytes.subarray(end));
    const following = bytes[end + 1];
    if (following !== undefined) return;
  }
}

/** Where a marker, or a last byte that may begin one, stands; the length, if nowhere. */
function markerIn(bytes: Buffer): number {
  let at = bytes.indexOf(0xff);
  while (at !== -1) {
    const following = bytes[at + 1];
    if (following !== 0 && !isRestart(following)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}
