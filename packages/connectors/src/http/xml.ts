import { isUtf8 } from "node:buffer";
import { ParseOption, XmlDocument, type XmlElement } from "libxml2-wasm";

const xmlLimit = 1024 * 1024;

/** The other side's XML cannot be read, or is not let in. */
export class XmlFault extends Error {
  readonly code: "too-large" | "bad-encoding" | "doctype" | "malformed";

  constructor(code: XmlFault["code"]) {
    super(code);
    this.name = "XmlFault";
    this.code = code;
  }
}

/**
 * Parse a document, read from its root, and free it whatever happens.
 *
 * UTF-8 only and no DOCTYPE, judged before the parser sees a byte: without one there are no entities
 * to expand or fetch. `read` must return plain values, for the nodes are gone when it ends.
 *
 * @throws XmlFault
 */
export function withXml<T>(bytes: Uint8Array, read: (root: XmlElement) => T): T {
  const document = parse(checkBytes(bytes));
  try {
    return read(document.root);
  } finally {
    document.dispose();
  }
}

/** The elements at a path of local names below `from`, such as `RefVals/ReferenceValue`; its first name at any depth. */
export function elements(from: XmlElement, path: string): XmlElement[] {
  return from.find(toXPath(path)) as XmlElement[]; // The path ends in an element test.
}

/** The trimmed texts at a path: as many as there are, so one and many are read alike. */
export function texts(from: XmlElement, path: string): string[] {
  return elements(from, path).map((element) => element.content.trim());
}

/** The first text at a path that is not empty. */
export function text(from: XmlElement, path: string): string | undefined {
  return texts(from, path).find((value) => value !== "");
}

/** Vendors mix the namespaces of several versions in one message, so only the local name counts. */
function toXPath(path: string): string {
  return `.//${path
    .split("/")
    .map((name) => `*[local-name()="${name}"]`)
    .join("/")}`;
}

function checkBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length > xmlLimit) throw new XmlFault("too-large");
  if (!isUtf8(bytes) || bytes.includes(0)) throw new XmlFault("bad-encoding");
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const encoding = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(
    source,
  )?.[1];
  if (!/^(?:utf-8|us-ascii)$/i.test(encoding ?? "utf-8")) throw new XmlFault("bad-encoding");
  if (/<!DOCTYPE/i.test(source)) throw new XmlFault("doctype");
  return bytes;
}

function parse(bytes: Uint8Array): XmlDocument {
  try {
    return XmlDocument.fromBuffer(bytes, {
      option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE,
    });
  } catch {
    throw new XmlFault("malformed");
  }
}
