import type { ReadArchive } from "../zip/read-archive.ts";

/** What the thread says once it can be asked. Loading what it reads with counts against nobody's time. */
export const ready = "ready";

/** What it answers to the bytes of an archive: what is in it, or why it is not opened. */
export type Answer = { readonly read: ReadArchive } | { readonly refused: string };
