import { withXml, type XmlElement } from "@guildhall/xml";
import { z } from "zod";

/** A document as a person sees it: named parts, each with a text or with parts of its own. */
export interface DocumentPart {
  readonly name: string;
  /** What a part without parts says; undefined where it has some. */
  readonly text: string | undefined;
  readonly parts: readonly DocumentPart[];
  /** Whether the order of its parts says something, as in XML and in lists. */
  readonly isOrdered: boolean;
}

/** Take a document apart. What cannot be read is one part with all of the text. */
export function readDocumentTree(document: string, format: "json" | "xml"): DocumentPart {
  try {
    if (format === "json") return fromJson("", z.json().parse(JSON.parse(document)));
    return withXml(Buffer.from(document), fromXml);
  } catch {
    return leaf("", document);
  }
}

function fromXml(element: XmlElement): DocumentPart {
  const attributes = element.attrs.map(({ name, value }) => leaf(`@${name}`, value));
  const inner = element.find("*") as XmlElement[]; // The path finds elements.
  const text = inner.length === 0 ? element.content : "";
  if (inner.length === 0 && attributes.length === 0) return leaf(element.name, text);
  const own = text === "" ? [] : [leaf("", text)];
  return {
    name: element.name,
    text: undefined,
    parts: [...attributes, ...own, ...inner.map(fromXml)],
    isOrdered: true,
  };
}

type Json = z.infer<ReturnType<typeof z.json>>;

function fromJson(name: string, value: Json): DocumentPart {
  if (Array.isArray(value))
    return branch(
      name,
      value.map((item) => fromJson("", item)),
      true,
    );
  if (typeof value !== "object" || value === null)
    return leaf(name, typeof value === "string" ? value : JSON.stringify(value));
  const parts = Object.entries(value).map(([key, item]) => fromJson(plainName(key), item));
  return branch(name, parts, false);
}

/** Alloy's codes are a name between what kind of thing it is and an id. */
export function plainName(key: string): string {
  return key.replace(/^(?:attributes|designs)_(.+)_[0-9a-f]{24}$/, "$1");
}

function leaf(name: string, text: string): DocumentPart {
  return { name, text, parts: [], isOrdered: false };
}

function branch(name: string, parts: readonly DocumentPart[], isOrdered: boolean): DocumentPart {
  return { name, text: undefined, parts, isOrdered };
}
