import { isCleanText } from "@guildhall/contract";
import { fileTypeFromBuffer } from "file-type";
import {
  agreesWithType,
  type FileKind,
  type FileKindName,
  fileKinds,
  kindByExtension,
} from "./file-kind.ts";
import { extensionOf, isDisguised } from "./file-name.ts";
import { refuseFile } from "./refuse-file.ts";

/** Enough of a file to tell its kind by. */
export const headBytes = 64 * 1024;

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
function isPlainText(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 1024)).toString();
  return !hasControls(head) && !/^\s*(?:<|#!)/.test(start);
}

/** Control characters that no text has: U+0000 and its like are the mark of binary data. */
export function hasControls(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x20 && !textControls.has(byte));
}

const textControls = new Set([0x09, 0x0a, 0x0c, 0x0d]);
