import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import { type Bytes, inPieces } from "./bytes.ts";

/** A stored document that is not, byte for byte, what was stored under this id and key. */
export class DocumentDamaged extends Error {
  override readonly name = "DocumentDamaged";
  constructor() {
    super("A stored document cannot be opened: it was changed, or its key is another.");
  }
}

export interface SealOptions {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** What it is stored as: a document put in another's place does not open. */
  readonly id: string;
  /** 32 random bytes, never used twice. */
  readonly salt: Uint8Array;
}

export const saltBytes = 32;
const segmentBytes = 64 * 1024;
const tagBytes = 16;

/**
 * Seal a stream in segments of 64 KiB, so that it can be opened as it is read.
 *
 * Each document has a key of its own, drawn from the salt. A segment's nonce is its number and
 * whether it is the last, so none can be changed, moved, left out or added, nor the end cut off.
 */
export async function* seal(source: Bytes, options: SealOptions): AsyncGenerator<Buffer> {
  const key = keyOf(options);
  let number = 0;
  for await (const { bytes, last } of inPieces(source, segmentBytes)) {
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number, last));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/** Open what `seal` sealed. Throws DocumentDamaged, at the latest at the end, unless all is whole. */
export async function* unseal(source: Bytes, options: SealOptions): AsyncGenerator<Buffer> {
  const key = keyOf(options);
  let number = 0;
  for await (const { bytes, last } of inPieces(source, segmentBytes + tagBytes)) {
    yield openSegment(key, nonceOf(number, last), bytes);
    number += 1;
  }
}

function openSegment(key: Buffer, nonce: Buffer, segment: Buffer): Buffer {
  if (segment.length < tagBytes) throw new DocumentDamaged();
  const end = segment.length - tagBytes;
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  decipher.setAuthTag(segment.subarray(end));
  try {
    return Buffer.concat([decipher.update(segment.subarray(0, end)), decipher.final()]);
  } catch {
    throw new DocumentDamaged();
  }
}

function keyOf({ key, id, salt }: SealOptions): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, `guildhall document ${id}`, 32));
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}
