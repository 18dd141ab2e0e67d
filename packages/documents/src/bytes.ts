import { Problem } from "@guildhall/contract";

export type Bytes = AsyncIterable<Uint8Array>;

export interface Piece {
  readonly bytes: Buffer;
  readonly last: boolean;
}

/** Cut a stream into pieces of `size` bytes; only the last may be shorter, and there is always a last. */
export async function* inPieces(source: Bytes, size: number): AsyncGenerator<Piece> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    held.push(chunk);
    length += chunk.length;
    if (length <= size) continue;
    const all = Buffer.concat(held, length);
    let from = 0;
    for (; length - from > size; from += size) {
      yield { bytes: all.subarray(from, from + size), last: false };
    }
    held = [all.subarray(from)];
    length -= from;
  }
  yield { bytes: Buffer.concat(held, length), last: true };
}

/** Gather a stream that is known to be small enough. */
export async function bytesOf(source: Bytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/**
 * Hand a stream on, up to a limit.
 *
 * @throws Problem `body-too-large`
 */
export async function* atMost(source: Bytes, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new Problem("body-too-large");
    yield chunk;
  }
}
