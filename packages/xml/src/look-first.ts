import { isUtf8 } from "node:buffer";
import { XmlFault } from "./xml-fault.ts";

/**
 * Judge XML by its bytes, before the parser sees one: its size, that it is UTF-8, and that it has no DOCTYPE.
 *
 * Without a DOCTYPE there are no entities to expand or to fetch.
 *
 * @throws XmlFault
 */
export function lookFirst(bytes: Uint8Array, limit: number): void {
  if (bytes.length > limit) {
    throw new XmlFault("too-large", `It is larger than ${toMegabytes(limit)} MB.`);
  }
  if (!isUtf8(bytes) || bytes.includes(0)) {
    throw new XmlFault("bad-encoding", "It is not written in UTF-8.");
  }
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkDeclaration(source);
  const line = doctypeLine(source);
  if (line !== undefined) throw new XmlFault("doctype", doctypeSentence, line);
}

export const doctypeSentence = "It has a DOCTYPE, which is not let in.";

function toMegabytes(limit: number): number {
  return Math.round(limit / 1024 / 1024);
}

/** A declaration is at the very beginning and short, or it is none. */
function checkDeclaration(source: Buffer): void {
  const start = source.toString("latin1", 0, 1024);
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(start);
  if (/^(?:utf-8|us-ascii)$/i.test(declared?.[1] ?? "utf-8")) return;
  throw new XmlFault("bad-encoding", "It says that it is not written in UTF-8.", 1);
}

/** A DOCTYPE comes before the root element, where nothing else may be but comments and instructions. */
function doctypeLine(source: Buffer): number | undefined {
  let at = source.indexOf("<");
  while (at >= 0) {
    if (startsAt(source, at, "<?")) at = nextMarkup(source, at, "?>");
    else if (startsAt(source, at, "<!--")) at = nextMarkup(source, at + 4, "-->");
    else return startsAt(source, at, "<!") ? lineAt(source, at) : undefined;
  }
  return undefined;
}

function startsAt(source: Buffer, at: number, text: string): boolean {
  return source.toString("latin1", at, at + text.length) === text;
}

/** Where the next markup begins, after the mark that ends this one. */
function nextMarkup(source: Buffer, from: number, endMark: string): number {
  const end = source.indexOf(endMark, from);
  return end < 0 ? -1 : source.indexOf("<", end + endMark.length);
}

function lineAt(source: Buffer, at: number): number {
  return source.toString("latin1", 0, at).split("\n").length;
}
