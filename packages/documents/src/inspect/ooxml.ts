import { refuseFile } from "../refuse-file.ts";
import type { Ends } from "./ends.ts";

const limits = { entries: 1000, bytes: 200_000_000, ratio: 100 };
const endRecord = { signature: 0x06054b50, bytes: 22 };
const entryRecord = { signature: 0x02014b50, bytes: 46 };
const symlink = 0o120000;

interface Entry {
  readonly name: string;
  readonly unpacked: number;
  readonly encrypted: boolean;
  readonly symlink: boolean;
}

/**
 * Refuse a Word or Excel file by its table of contents: one that is broken off, is another kind of
 * ZIP, asks for a password, holds macros, or would swell when it is opened. Nothing is unpacked.
 */
export function checkOoxml(ends: Ends, mainPart: string): void {
  const entries = readEntries(ends);
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has("[Content_Types].xml") || !names.has(mainPart)) throw refuseFile("file-mismatch");
  if (entries.some(isUnsafe)) throw refuseFile("file-unsafe");
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const ratio = unpacked / Math.max(1, ends.bytes);
  if (unpacked > limits.bytes || ratio > limits.ratio) throw refuseFile("file-unsafe");
}

function isUnsafe({ name, encrypted, symlink }: Entry): boolean {
  const strays = name.startsWith("/") || name.includes("\\") || name.split("/").includes("..");
  return strays || encrypted || symlink || /vbaProject\.bin$/i.test(name);
}

function readEntries({ head, tail, bytes }: Ends): Entry[] {
  if (head.toString("latin1", 0, 4) !== "PK\x03\x04") throw refuseFile("file-mismatch");
  const end = findEnd(tail);
  const count = tail.readUInt16LE(end + 10);
  if (count > limits.entries) throw refuseFile("file-unsafe");
  let at = tail.readUInt32LE(end + 16) - (bytes - tail.length);
  const entries: Entry[] = [];
  while (entries.length < count) {
    if (at < 0 || at + entryRecord.bytes > end) throw refuseFile("file-damaged");
    if (tail.readUInt32LE(at) !== entryRecord.signature) throw refuseFile("file-damaged");
    entries.push(readEntry(tail, at));
    at += entryRecord.bytes + extraBytes(tail, at);
  }
  return entries;
}

/** The last record says how long the comment after it is, which must reach to the very end. */
function findEnd(tail: Buffer): number {
  for (let at = tail.length - endRecord.bytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endRecord.signature) continue;
    if (at + endRecord.bytes + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  throw refuseFile("file-damaged");
}

function readEntry(tail: Buffer, at: number): Entry {
  const from = at + entryRecord.bytes;
  return {
    name: tail.toString("utf8", from, from + tail.readUInt16LE(at + 28)),
    unpacked: tail.readUInt32LE(at + 24),
    encrypted: (tail.readUInt16LE(at + 8) & 1) === 1,
    symlink: ((tail.readUInt32LE(at + 38) >>> 16) & 0o170000) === symlink,
  };
}

/** Name, extra field and comment. */
function extraBytes(tail: Buffer, at: number): number {
  return tail.readUInt16LE(at + 28) + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
}
