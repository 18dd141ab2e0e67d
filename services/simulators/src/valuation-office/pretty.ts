import { withXml, type XmlElement } from "@guildhall/xml";

/** One line of a document as a person reads it. */
export interface PrettyLine {
  readonly depth: number;
  readonly text: string;
  /** The element that begins here, counted from 1 at each level below the root; a closing tag has none. */
  readonly position?: string;
}

/** Lay a document out with an element on each line, however it came. Only elements, attributes and texts are shown. */
export function prettyLines(xml: string): PrettyLine[] {
  return withXml(Buffer.from(xml), (root) => linesOf(root, { depth: 0, position: "" }));
}

interface At {
  readonly depth: number;
  readonly position: string;
}

function linesOf(element: XmlElement, { depth, position }: At): PrettyLine[] {
  const name = nameOf(element);
  const tag = [name, ...declarationsOf(element), ...attributesOf(element)].join(" ");
  const inside = childrenOf(element);
  if (inside.length === 0) {
    const content = escaped(element.content);
    const text = content === "" ? `<${tag}/>` : `<${tag}>${content}</${name}>`;
    return [{ depth, position, text }];
  }
  const children = inside.flatMap((child, index) =>
    linesOf(child, { depth: depth + 1, position: stepped(position, index + 1) }),
  );
  return [{ depth, position, text: `<${tag}>` }, ...children, { depth, text: `</${name}>` }];
}

function stepped(position: string, step: number): string {
  return position === "" ? String(step) : `${position}/${step}`;
}

function childrenOf(element: XmlElement): XmlElement[] {
  return element.find("./*") as XmlElement[]; // The path is an element test.
}

function nameOf({ prefix, name }: { prefix: string; name: string }): string {
  return prefix ? `${prefix}:${name}` : name;
}

function declarationsOf({ nsDeclarations }: XmlElement): string[] {
  return Object.entries(nsDeclarations).map(
    ([prefix, uri]) => `${prefix ? `xmlns:${prefix}` : "xmlns"}="${escaped(uri)}"`,
  );
}

function attributesOf({ attrs }: XmlElement): string[] {
  return attrs.map((attribute) => `${nameOf(attribute)}="${escaped(attribute.value)}"`);
}

function escaped(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
