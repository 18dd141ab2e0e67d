/** What a connection is opened with, through either driver. */
export interface ConnectionOptions {
  /** `file:<path>` or `libsql://…`. */
  readonly url: string;
  readonly authToken?: string | undefined;
  /** 32 bytes; the whole file is encrypted with it. */
  readonly key?: Uint8Array | undefined;
  readonly queryOnly: boolean;
  /** Called before the native library is entered, so that an abort can be laid at the right door. */
  readonly onUse?: (() => void) | undefined;
}

/**
 * The PRAGMAs of a connection to a file, which belong to the connection and are lost with it.
 *
 * A commit waits for the disk, since we tell the citizen "received". There is no busy wait, since it would stop the
 * whole process. Caches are small, since hundreds of files are open at once; the one that writes may grow for as long
 * as a transaction lasts, since pages that are spilled are written twice.
 */
export function pragmas(queryOnly: boolean): string {
  const own = queryOnly
    ? "PRAGMA query_only=ON; PRAGMA cache_size=-256;"
    : `PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit=16777216;
      PRAGMA cache_size=-512; PRAGMA cache_spill=OFF;`;
  return `PRAGMA busy_timeout=0; ${own} PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;
    PRAGMA trusted_schema=OFF;`;
}
