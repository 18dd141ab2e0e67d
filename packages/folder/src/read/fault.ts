/** Something wrong in a folder: where a person finds it, and what it is, in a sentence. */
export interface FolderFault {
  readonly file: string;
  readonly line: number;
  /** The place in the definition that the files together make. */
  readonly pointer: string;
  readonly sentence: string;
}

export { type Path, pathOfPointer as pathOf, pointerTo, type Said } from "@guildhall/builder";
