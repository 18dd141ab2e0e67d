import { readXmlShape, type ShapeSource } from "../schema/shape/read-shape.ts";
import type { XmlShape } from "../schema/shape/read-xsd.ts";
import { ShapeRefused } from "../schema/shape/shape-refused.ts";
import { schema } from "./sets.ts";

/** Schema files by name, as they are uploaded. */
export function xsd(files: Readonly<Record<string, string>>, root?: string): ShapeSource {
  const named = Object.entries(files).map(([name, text]) => ({ name, text }));
  return { source: "xsd", files: named, root };
}

/** The shape of one schema around some declarations. */
export function shapeOf(content: string, attributes = "", root?: string): XmlShape {
  return readXmlShape(xsd({ "a.xsd": schema(content, attributes) }, root));
}

export function sequence(content: string): string {
  return `<xs:complexType><xs:sequence>${content}</xs:sequence></xs:complexType>`;
}

/** A root element that holds this. */
export function root(content: string): string {
  return `<xs:element name="r">${sequence(content)}</xs:element>`;
}

/** A shape's fields in a line each. */
export function inBrief({ fields }: XmlShape): string[] {
  return fields.map(({ target, type, required, repeats }) => {
    return `${target} ${type}${required ? " required" : ""}${repeats ? " repeats" : ""}`;
  });
}

/** What is wrong with a description that is refused. */
export function refusal(read: () => unknown): ShapeRefused {
  try {
    read();
  } catch (error) {
    if (error instanceof ShapeRefused) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}
