import type { Bytes } from "../bytes.ts";
import { refuseFile } from "../refuse-file.ts";
import { createReader, type Reader } from "./reader.ts";

/** A part of a picture or film as phones write them (ISO 14496-12), in a buffer that holds it whole. */
export interface Box {
  readonly type: string;
  /** Where its head begins, its contents begin, and it ends. */
  readonly from: number;
  readonly body: number;
  readonly to: number;
}

/** Bytes of the file that are to become noughts. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** More than any table of contents has, and little enough to hold. */
const largestTable = 8 * 1024 * 1024;

/** The boxes that stand one after the other between two places. */
export function* boxesIn(bytes: Buffer, from: number, to: number): Generator<Box> {
  for (let at = from; at + 8 <= to; ) {
    const { head, length } = sizeOf(bytes.subarray(at, at + 16));
    const end = length === undefined ? to : at + head + length;
    if (end > to) throw refuseFile("file-damaged");
    yield { type: bytes.toString("latin1", at + 4, at + 8), from: at, body: at + head, to: end };
    at = end;
  }
}

/** What becomes of the boxes of a kind of file. */
export interface Treatment {
  /** The table of contents: the box that says what there is. */
  readonly table: string;
  /** The boxes that no picture or film is made of, where anything may be written. */
  readonly spare: readonly string[];
  /** Given the table's contents, whole, and where they stand in the file: change them, and say what else goes. */
  readonly clean: (contents: Buffer, at: number) => readonly Range[];
}

/**
 * Hand a file on with noughts in place of what tells of its maker.
 *
 * Nothing is moved, since where everything lies is written down inside.
 */
export async function* cleanBoxes(source: Bytes, treatment: Treatment): AsyncGenerator<Uint8Array> {
  const reader = createReader(source);
  const blanks: Range[] = [];
  let at = 0;
  while (!(await reader.atEnd())) {
    const { bytes, type, length } = await headOf(reader);
    yield bytes;
    at += bytes.length;
    if (type === treatment.table) {
      const contents = await cleanTable(reader, { at, length, ...treatment, blanks });
      yield contents;
      at += contents.length;
      continue;
    }
    const isSpare = treatment.spare.includes(type);
    for await (const piece of piecesOf(reader, length)) {
      yield isSpare ? Buffer.alloc(piece.length) : blanked(piece, at, blanks);
      at += piece.length;
    }
  }
}

async function cleanTable(
  reader: Reader,
  {
    at,
    length,
    clean,
    blanks,
  }: { at: number; length: number | undefined; clean: Treatment["clean"]; blanks: Range[] },
): Promise<Buffer> {
  if (length === undefined || length > largestTable) throw refuseFile("file-unsafe");
  const contents = Buffer.from(await reader.take(length));
  blanks.push(...clean(contents, at));
  // What has gone by already can be taken back no more.
  if (blanks.some(({ from }) => from < at)) throw refuseFile("file-unsafe");
  return contents;
}

async function headOf(reader: Reader) {
  const start = await reader.take(8);
  const isLong = start.readUInt32BE(0) === 1;
  const bytes = isLong ? Buffer.concat([start, await reader.take(8)]) : start;
  return { bytes, type: start.toString("latin1", 4, 8), length: sizeOf(bytes).length };
}

/** How long the head of a box is and its contents; the last box of a file may reach to its end. */
function sizeOf(bytes: Buffer): { head: number; length: number | undefined } {
  const size = bytes.readUInt32BE(0);
  if (size === 0) return { head: 8, length: undefined };
  if (size === 1 && bytes.length < 16) throw refuseFile("file-damaged");
  const head = size === 1 ? 16 : 8;
  const whole = size === 1 ? Number(bytes.readBigUInt64BE(8)) : size;
  if (whole < head) throw refuseFile("file-damaged");
  return { head, length: whole - head };
}

async function* piecesOf(reader: Reader, length: number | undefined): AsyncGenerator<Buffer> {
  if (length !== undefined) yield* reader.pass(length);
  else while (!(await reader.atEnd())) yield reader.some(1);
}

function blanked(piece: Buffer, at: number, blanks: readonly Range[]): Buffer {
  const within = blanks.filter(({ from, to }) => from < at + piece.length && to > at);
  if (within.length === 0) return piece;
  const copy = Buffer.from(piece);
  for (const { from, to } of within)
    copy.fill(0, Math.max(0, from - at), Math.min(piece.length, to - at));
  return copy;
}
