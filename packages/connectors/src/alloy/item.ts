import { z } from "zod";
import { NotAccepted } from "../not-accepted.ts";

const titles = z.union([z.string(), z.array(z.string())]).transform(toList);
const ids = z.union([z.string(), z.array(z.string())]).transform(toList);

/** The document that a mapping writes for Alloy: values by attribute code, links by what people call the other item. */
const Document = z.strictObject({
  design: z.string().min(1),
  collection: z.enum(["Live", "Inventory", "Archive", "Template"]).optional(),
  attributes: z.record(z.string(), z.json()).default({}),
  links: z.record(z.string(), titles).default({}),
  parents: z.record(z.string(), ids).default({}),
});
export type Document = z.infer<typeof Document>;

/** Read a mapped document; one that is not in its form is refused, for it is the same at every attempt. */
export function readDocument(body: string): Document {
  const parsed = Document.safeParse(parseJson(body));
  if (parsed.success) return parsed.data;
  throw new NotAccepted({ outcome: "refused", code: "document-invalid" });
}

/** Write the item that Alloy takes: a value that is absent is left out, and a link is always a list. */
export function toItem(document: Document, values: Readonly<Record<string, unknown>>): string {
  const { design, collection, parents } = document;
  const all = { ...document.attributes, ...values };
  const present = Object.entries(all).filter(([, value]) => value !== null && value !== undefined);
  const attributes = present.map(([attributeCode, value]) => ({ attributeCode, value }));
  return JSON.stringify({
    designCode: design,
    ...(collection && { collection }),
    parents,
    attributes,
  });
}

/** The value of JSON text, or undefined where it is none. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function toList(value: string | string[]): string[] {
  return [value].flat().filter((entry) => entry !== "");
}
