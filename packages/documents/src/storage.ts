import type { Bytes } from "./bytes.ts";

export interface Stored {
  /** 32 hex digits, by which alone it is found again. */
  readonly id: string;
  /** Of the document itself, not of its sealed form. */
  readonly bytes: number;
  readonly sha256: string;
}

/** Where documents are kept, sealed under a key of the caller's. */
export interface Storage {
  /**
   * Keep a document. When this resolves it is on the disk; when it rejects nothing is left of it.
   *
   * @throws Problem `body-too-large` beyond `maxBytes`, `storage-full`
   */
  put(
    source: Bytes,
    options: { readonly key: Uint8Array; readonly maxBytes: number },
  ): Promise<Stored>;
  /**
   * Read a document, piece by piece as it is opened.
   *
   * @throws Problem `document-not-found`; DocumentDamaged, at the latest at the end
   */
  read(id: string, key: Uint8Array): Bytes;
  /** Remove a document; one that is not there is no failure. */
  delete(id: string): Promise<void>;
  /** Remove what a process that was killed left half written, and tell how many those were. */
  sweep(options?: { readonly olderThanMs?: number }): Promise<number>;
}
