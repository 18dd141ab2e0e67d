import { type FileHandle, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import type { Envelope } from "@guildhall/contract";

/** A message as it is kept, and when it came. */
export interface Mail extends Envelope {
  readonly at: string;
}

/** A file of messages, one for each key, that is only ever added to. */
export interface MailLog {
  /** The messages' places, from the first written to the last. */
  readonly places: readonly Place[];
  find(key: string): Place | undefined;
  read(place: Place): Promise<Mail>;
  /** Write these with one call, in this order. */
  append(mails: readonly Mail[]): Promise<void>;
  /** Take note of what was written since, by this process or another. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

/** Where a message's line is in the file, and which one it is. */
interface Place {
  readonly nth: number;
  readonly at: number;
  readonly length: number;
}

const chunkBytes = 1024 * 1024;
const newline = 0x0a;
const tab = 0x09;

/**
 * Open the log of a directory, and make both where they are missing.
 *
 * A line is the key, a tab, the message and a tab, both as JSON, in which no tab can stand. So the index
 * is built without reading the messages, and a line that a full disk or a power cut has shortened is
 * known by its end, and passed over.
 */
export async function openMailLog(directory: string): Promise<MailLog> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = await open(join(directory, "messages.jsonl"), "a+", 0o600);
  const places: Place[] = [];
  const byKey = new Map<string, Place>();
  /** Up to here every line is in the index. */
  let indexed = 0;

  const note = ({ key, at, length }: Line) => {
    if (byKey.has(key)) return;
    const place = { nth: places.length, at: indexed + at, length };
    places.push(place);
    byKey.set(key, place);
  };

  const catchUp = async () => {
    const { size } = await file.stat();
    while (indexed < size) {
      const chunk = await readLines(file, indexed, size);
      if (chunk.length === 0) return;
      for (const line of linesIn(chunk)) note(line);
      indexed += chunk.length;
    }
  };

  return {
    places,
    catchUp,
    find: (key) => byKey.get(JSON.stringify(key)),
    read: async ({ at, length }) => mailIn(await readBytes(file, at, length)),
    append: async (mails) => {
      const { size } = await file.stat();
      const bytes = Buffer.from((size > indexed ? "\n" : "") + mails.map(lineOf).join(""));
      await file.appendFile(bytes);
      if (size === indexed && (await file.stat()).size === size + bytes.length) {
        for (const line of linesIn(bytes)) note(line);
        indexed += bytes.length;
      } else await catchUp();
    },
    close: () => file.close(),
  };
}

function lineOf(mail: Mail): string {
  return `${JSON.stringify(mail.key)}\t${JSON.stringify(mail)}\t\n`;
}

function mailIn(line: Buffer): Mail {
  // `lineOf` wrote it, and only whole lines are in the index.
  return JSON.parse(line.toString("utf8", line.indexOf(tab) + 1)) as Mail;
}

/** A whole line of a chunk, with its key as it stands there, in JSON. */
interface Line {
  readonly key: string;
  readonly at: number;
  readonly length: number;
}

/** The lines of a chunk, but for those that were cut short. */
function* linesIn(chunk: Buffer): Generator<Line> {
  for (let at = 0; at < chunk.length; ) {
    const end = chunk.indexOf(newline, at);
    const middle = chunk.indexOf(tab, at);
    const isWhole = chunk[end - 1] === tab && middle >= 0 && middle < end - 1;
    if (isWhole) yield { key: chunk.toString("utf8", at, middle), at, length: end - at };
    at = end + 1;
  }
}

/** Read from `from` a chunk, or as much as the line there needs, up to the end of its last line. */
async function readLines(file: FileHandle, from: number, size: number): Promise<Buffer> {
  let chunk: Buffer;
  let bytes = chunkBytes;
  do {
    chunk = await readBytes(file, from, Math.min(bytes, size - from));
    bytes *= 2;
  } while (!chunk.includes(newline) && from + chunk.length < size);
  return chunk.subarray(0, chunk.lastIndexOf(newline) + 1);
}

async function readBytes(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
