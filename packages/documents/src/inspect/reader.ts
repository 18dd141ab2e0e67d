import type { Bytes } from "../bytes.ts";
import { refuseFile } from "../refuse-file.ts";

/** Read a file's parts in order. Where it ends before a part does, it is refused as damaged. */
export interface Reader {
  take(length: number): Promise<Buffer>;
  /** Hand on `length` bytes as they come, without holding them. */
  pass(length: number): AsyncGenerator<Buffer>;
  /** Whatever is at hand, at least `least` bytes. */
  some(least: number): Promise<Buffer>;
  putBack(bytes: Buffer): void;
  /** Whether nothing comes any more. */
  atEnd(): Promise<boolean>;
  /** Read to the end and keep nothing: what comes after a picture is not part of it. */
  drain(): Promise<void>;
}

export function createReader(source: Bytes): Reader {
  const iterator = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);

  async function fill(least: number): Promise<void> {
    const parts = [held];
    let length = held.length;
    while (length < least) {
      const next = await iterator.next();
      if (next.done) throw refuseFile("file-damaged");
      parts.push(Buffer.from(next.value));
      length += next.value.length;
    }
    if (parts.length > 1) held = Buffer.concat(parts, length);
  }

  function cut(length: number): Buffer {
    const part = held.subarray(0, length);
    held = held.subarray(length);
    return part;
  }

  return {
    async take(length) {
      await fill(length);
      return cut(length);
    },
    async *pass(length) {
      for (let left = length; left > 0; ) {
        await fill(1);
        const part = cut(left);
        left -= part.length;
        yield part;
      }
    },
    async some(least) {
      await fill(least);
      return cut(held.length);
    },
    putBack(bytes) {
      held = Buffer.concat([bytes, held]);
    },
    async atEnd() {
      while (held.length === 0) {
        const next = await iterator.next();
        if (next.done) return true;
        held = Buffer.from(next.value);
      }
      return false;
    },
    async drain() {
      held = Buffer.alloc(0);
      while (!(await iterator.next()).done);
    },
  };
}
