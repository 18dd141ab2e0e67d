/** The files of a folder by their path inside it, in order of name. */
export type Tree = ReadonlyMap<string, Uint8Array>;
