import { Problem } from "@guildhall/contract";

/**
 * Why a file is not taken, as a fault code: a name that disguises what it is, a kind we do not take,
 * name and content that differ, a file that is broken off, or one that harms whoever opens it.
 */
export type RefusedFile =
  | "file-name"
  | "file-kind"
  | "file-mismatch"
  | "file-damaged"
  | "file-unsafe";

export function refuseFile(code: RefusedFile): Problem {
  return new Problem("file-not-allowed", { faults: [{ pointer: "/file", code }] });
}
