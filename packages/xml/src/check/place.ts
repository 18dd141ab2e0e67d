import { XmlAttribute, XmlElement, type XmlNode } from "libxml2-wasm";
import type { Namespaces } from "../xpath.ts";

/** Where something is in a document: for programs, and for people. */
export interface Place {
  readonly position: string;
  readonly xpath: string;
}

/** The element at a path as the parser gives it, where a star stands for a name in a default namespace: `/vb:a/b[2]`. */
export function elementAt(root: XmlElement, path: string): XmlElement | undefined {
  const found = root.get(path.replace(/\/([^/[*]+)/g, toTest));
  return found instanceof XmlElement ? found : undefined;
}

/** A name without a prefix is one without a namespace: the others have a star. */
function toTest(_: string, name: string): string {
  const unqualified = name.includes(":") ? "" : "[namespace-uri()='']";
  return `/*[name()='${name}']${unqualified}`;
}

/** Say where a node is; a text is where its element is. */
export function placeOf(node: XmlNode, namespaces: Namespaces): Place {
  if (node instanceof XmlElement) return placeOfElement(node, namespaces);
  const { parent } = node;
  if (!parent) return { position: "", xpath: "/" };
  const { position, xpath } = placeOfElement(parent, namespaces);
  if (!(node instanceof XmlAttribute)) return { position, xpath };
  const written = `@${toName(node.name, node.prefix)}`;
  return {
    position: position ? `${position}/${written}` : written,
    xpath: `${xpath}/@${toName(node.name, prefixOf(node, namespaces))}`,
  };
}

function placeOfElement(element: XmlElement, namespaces: Namespaces): Place {
  const positions: number[] = [];
  const steps: string[] = [];
  for (let at: XmlElement | null = element; at; at = at.parent) {
    if (at.parent) positions.unshift(count(at, "preceding-sibling::*") + 1);
    steps.unshift(stepOf(at, namespaces));
  }
  return { position: positions.join("/"), xpath: `/${steps.join("/")}` };
}

function stepOf(element: XmlElement, namespaces: Namespaces): string {
  const name = toName(element.name, element.prefix);
  const before = count(element, `preceding-sibling::*[name()='${name}']`);
  const isOne = before === 0 && count(element, `following-sibling::*[name()='${name}']`) === 0;
  return `${toName(element.name, prefixOf(element, namespaces))}${isOne ? "" : `[${before + 1}]`}`;
}

/** The set's own prefix for the namespace, so that the path can be used beside the set's rules. */
function prefixOf(
  { namespaceUri, prefix }: XmlElement | XmlAttribute,
  namespaces: Namespaces,
): string {
  const [own] = Object.entries(namespaces).find(([, uri]) => uri === namespaceUri) ?? [];
  return own ?? prefix;
}

function toName(name: string, prefix: string): string {
  return prefix ? `${prefix}:${name}` : name;
}

function count(from: XmlElement, path: string): number {
  return Number(from.eval(`count(${path})`));
}
