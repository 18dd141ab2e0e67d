import type { Readable } from "node:stream";
import { atMost, type Bytes } from "./bytes.ts";
import { fileKinds } from "./file-kind.ts";
import { displayName } from "./file-name.ts";
import { inspect } from "./inspect/inspect.ts";
import { headBytes, sniff } from "./sniff.ts";
import type { Storage, Stored } from "./storage.ts";

export interface ReceivedFile {
  readonly stored: Stored;
  /** Safe to show and to save under. */
  readonly name: string;
  /** By its content, not as it was declared. */
  readonly contentType: string;
}

export interface FilePart {
  readonly stream: Readable;
  readonly name: string;
  /** As it was declared. */
  readonly type: string;
}

export interface ReceiveOptions {
  readonly storage: Storage;
  readonly key: Uint8Array;
  readonly limits: { readonly maxBytes: number };
}

/** Take one file into storage if it is what it says it is, and read it to its end in any case. */
export async function receiveFile(part: FilePart, options: ReceiveOptions): Promise<ReceivedFile> {
  const { stream, name, type } = part;
  const { storage, key, limits } = options;
  const arriving = atMost(stream.iterator({ destroyOnReturn: false }), limits.maxBytes);
  try {
    const head = await takeHead(arriving);
    const kind = await sniff(head, name, type);
    const whole = inspect(kind, followedBy(head, arriving));
    const stored = await storage.put(whole, { key, maxBytes: limits.maxBytes });
    return { stored, name: displayName(name), contentType: fileKinds[kind].types[0] };
  } finally {
    // Whoever stopped reading may have left the stream half read and held.
    await arriving.return(undefined);
    stream.resume();
  }
}

async function takeHead(source: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (let length = 0; length < headBytes; ) {
    const next = await source.next();
    if (next.done) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  return Buffer.concat(chunks);
}

async function* followedBy(head: Uint8Array, rest: Bytes): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}
