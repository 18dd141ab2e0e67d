import { isCleanText, Problem } from "@guildhall/contract";
import { fileTypeFromBuffer } from "file-type";
import {
  agreesWithType,
  type FileKind,
  type FileKindName,
  fileKinds,
  kindByExtension,
} from "./file-kind.ts";
import { extensionOf, isDisguised } from "./file-name.ts";

/** Enough of a file to tell its kind by. */
export const headBytes = 64 * 1024;

/** Why a file is not taken, as a fault code. */
export type RefusedFile =
  | "file-name"
  | "file-kind"
  | "file-mismatch"
  | "file-damaged"
  | "file-unsafe";

export function refuseFile(code: RefusedFile): Problem {
  return new Problem("file-not-allowed", { faults: [{ pointer: "/file", code }] });
}

/**
 * Tell a file's kind, if its name, what it was declared as and its content all agree on one we take.
 *
 * @throws Problem `file-not-allowed`
 */
export async function sniff(
  head: Uint8Array,
  name: string,
  declaredType: string,
): Promise<FileKindName> {
  if (!isCleanText(name) || isDisguised(name)) throw refuseFile("file-name");
  const found = kindByExtension(extensionOf(name) ?? "");
  if (!found) throw refuseFile("file-kind");
  const kind: FileKind = fileKinds[found];
  if (!agreesWithType(kind, declaredType)) throw refuseFile("file-mismatch");
  if (!(await agreesWithContent(kind, head))) throw refuseFile("file-mismatch");
  return found;
}

async function agreesWithContent(kind: FileKind, head: Uint8Array): Promise<boolean> {
  if (head.length === 0) return false;
  const content = await fileTypeFromBuffer(head);
  if (kind.content.length === 0) return content === undefined && isPlainText(head);
  return content !== undefined && kind.content.includes(content.mime);
}

/** Text that neither breaks off into binary data nor begins like a page or a script. */
export function isPlainText(bytes: Uint8Array): boolean {
  const control = bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte));
  return (
    !control && !/^\s*(?:<|#!|\ufeff\s*<)/.test(Buffer.from(bytes.subarray(0, 1024)).toString())
  );
}
