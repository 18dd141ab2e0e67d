import type { XmlElement } from "libxml2-wasm";
import { parse } from "./parse.ts";

/** More than any answer that was meant for us. */
const answerLimit = 1024 * 1024;

/**
 * Parse a document, read from its root, and free it whatever happens.
 *
 * Size, encoding and DOCTYPE are judged before the parser sees a byte. `read` must return plain values,
 * for the nodes are gone when it ends.
 *
 * @throws XmlFault
 */
export function withXml<T>(
  bytes: Uint8Array,
  read: (root: XmlElement) => T,
  limit = answerLimit,
): T {
  const document = parse(bytes, { limit });
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
