import type { Bytes } from "../bytes.ts";

/** What is kept of a file while it goes by: where most kinds say what they are and that they are whole. */
export interface Ends {
  readonly head: Buffer;
  readonly tail: Buffer;
  readonly bytes: number;
}

const headBytes = 64 * 1024;
const tailBytes = 256 * 1024;

/** Hand a file on, and at its end let `check` refuse it by its ends. */
export async function* checkEnds(
  source: Bytes,
  check: (ends: Ends) => void,
): AsyncGenerator<Uint8Array> {
  let head: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes);
    tail = Buffer.concat([tail, chunk]).subarray(-tailBytes);
    yield chunk;
  }
  check({ head, tail, bytes });
}
