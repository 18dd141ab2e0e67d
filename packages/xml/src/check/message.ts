import type { XmlAttribute, XmlElement } from "libxml2-wasm";

/** A message of the validator, taken apart by what is known of the node that it is about. */
export interface Message {
  /** The attribute that it is about, where it is about one that is there. */
  readonly attribute: XmlAttribute | undefined;
  /** Its words, without the name before them. */
  readonly words: string;
}

/** Take a message apart. The names in it are compared with the node's own, since a document may be made to mislead. */
export function readMessage(message: string, element: XmlElement): Message {
  const rest = withoutStart(message, `Element '${expanded(element)}'`) ?? "";
  const plain = withoutStart(rest, ": ");
  if (plain !== undefined) return { attribute: undefined, words: plain };
  for (const attribute of element.attrs) {
    const words = withoutStart(rest, `, attribute '${expanded(attribute)}': `);
    if (words !== undefined) return { attribute, words };
  }
  return { attribute: undefined, words: "" };
}

/**
 * What follows the last of a marker, up to the end mark.
 *
 * A message has the document's value first and what the schema says last, so this is never of the document.
 */
export function afterLast(words: string, marker: string, end: string): string {
  const at = words.lastIndexOf(marker);
  if (at < 0) return "";
  const said = words.slice(at + marker.length);
  const until = said.lastIndexOf(end);
  return until < 0 ? "" : said.slice(0, until);
}

function withoutStart(text: string, start: string): string | undefined {
  return text.startsWith(start) ? text.slice(start.length) : undefined;
}

function expanded({ name, namespaceUri }: XmlElement | XmlAttribute): string {
  return namespaceUri ? `{${namespaceUri}}${name}` : name;
}
