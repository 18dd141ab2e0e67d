import type { Bytes } from "../bytes.ts";
import { refuseFile } from "../refuse-file.ts";
import { type Box, boxesIn, cleanBoxes, type Range } from "./boxes.ts";

/**
 * Put noughts in place of what a HEIC tells of place, time and camera.
 *
 * Its table of contents (ISO 23008-12) says which of its items are EXIF or XMP and where their bytes lie. Which way is
 * up is said elsewhere, and stays.
 */
export function cleanHeic(source: Bytes): AsyncGenerator<Uint8Array> {
  const spare = ["uuid", "udta", "free", "skip"];
  return cleanBoxes(source, { table: "meta", spare, clean: blankItems });
}

/** A camera writes EXIF and XMP, of the picture and perhaps of its small one. */
const mostRanges = 1000;

function blankItems(contents: Buffer, at: number): Range[] {
  // A version and flags come first.
  const boxes = [...boxesIn(contents, 4, contents.length)];
  const boxOf = (type: string) => boxes.find((box) => box.type === type);
  const [info, places, inside] = [boxOf("iinf"), boxOf("iloc"), boxOf("idat")];
  const telling = info ? tellingItems(contents, info) : new Set<number>();
  if (telling.size === 0) return [];
  if (!places) throw refuseFile("file-damaged");
  const ranges = [...extentsIn(cursorAt(contents, places))]
    .filter(({ item }) => telling.has(item))
    .map((extent) => placeOf(extent, inside && at + inside.body));
  if (ranges.length > mostRanges) throw refuseFile("file-unsafe");
  // Where they lie in the table itself they are blanked with it.
  const isHere = ({ from, to }: Range) => from >= at && to <= at + contents.length;
  for (const { from, to } of ranges.filter(isHere)) contents.fill(0, from - at, to - at);
  return ranges.filter((range) => !isHere(range));
}

/** Where in the file an item's bytes lie; those of the table's own data are counted from its beginning. */
function placeOf({ method, from, to }: Extent, inside: number | undefined): Range {
  if (method === 0) return { from, to };
  if (method !== 1 || inside === undefined) throw refuseFile("file-unsafe");
  return { from: inside + from, to: inside + to };
}

/** The items that are EXIF, and those of a type of their own, as XMP is. */
function tellingItems(contents: Buffer, info: Box): Set<number> {
  const cursor = cursorAt(contents, info);
  cursor.number(cursor.version === 0 ? 2 : 4);
  const found = new Set<number>();
  for (const entry of boxesIn(contents, cursor.at(), info.to)) {
    const item = cursorAt(contents, entry);
    if (item.version < 2) throw refuseFile("file-unsafe");
    const id = item.number(item.version === 2 ? 2 : 4);
    item.number(2);
    const type = item.text(4);
    if (type === "Exif" || type === "mime" || type === "uri ") found.add(id);
  }
  return found;
}

interface Extent extends Range {
  readonly item: number;
  /** 0: in the file, 1: in the table's own data. */
  readonly method: number;
}

function* extentsIn(cursor: Cursor): Generator<Extent> {
  const { version } = cursor;
  const sizes = cursor.number(2);
  const [offset, length, base] = [(sizes >> 12) & 15, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const index = version === 0 ? 0 : sizes & 15;
  // An extent of no bytes could be said to be there without end.
  if (length === 0 || ![offset, length, base, index].every(isSize)) throw refuseFile("file-unsafe");
  const wide = version < 2 ? 2 : 4;
  for (let items = cursor.number(wide); items > 0; items -= 1) {
    const item = cursor.number(wide);
    const method = version === 0 ? 0 : cursor.number(2) & 15;
    cursor.number(2);
    const start = cursor.number(base);
    for (let extents = cursor.number(2); extents > 0; extents -= 1) {
      cursor.number(index);
      const from = start + cursor.number(offset);
      yield { item, method, from, to: from + cursor.number(length) };
    }
  }
}

function isSize(bytes: number): boolean {
  return bytes === 0 || bytes === 4 || bytes === 8;
}

interface Cursor {
  readonly version: number;
  at(): number;
  /** The next number of so many bytes; 0 of none. */
  number(bytes: number): number;
  text(bytes: number): string;
}

/** Read the contents of a box with a version, one number after the other; beyond its end it is damaged. */
function cursorAt(contents: Buffer, { body, to }: Box): Cursor {
  let at = body + 4;
  const next = (bytes: number) => {
    at += bytes;
    if (at > to) throw refuseFile("file-damaged");
    return at - bytes;
  };
  if (at > to) throw refuseFile("file-damaged");
  return {
    version: contents.readUInt8(body),
    at: () => at,
    number: (bytes) => {
      if (bytes === 8) return Number(contents.readBigUInt64BE(next(8)));
      return bytes === 0 ? 0 : contents.readUIntBE(next(bytes), bytes);
    },
    text: (bytes) => {
      const from = next(bytes);
      return contents.toString("latin1", from, from + bytes);
    },
  };
}
