import { XmlElement } from "libxml2-wasm";
import { schemaNamespace } from "../kinds.ts";

/** What holds for everything that one schema file declares. */
export interface SchemaInfo {
  readonly file: string;
  /** What it declares names in; empty where it has no namespace. */
  readonly namespace: string;
  /** Whether elements and attributes within types are in that namespace too. */
  readonly qualifies: { readonly element: boolean; readonly attribute: boolean };
}

/** A part of a schema as plain data, its references written out as `{namespace}name`. */
export interface SchemaNode {
  /** Its own local name: `element`, `sequence`, `restriction`, … */
  readonly kind: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly SchemaNode[];
  /** What its documentation says. */
  readonly text: string;
  readonly schema: SchemaInfo;
  readonly line: number;
}

/** Attributes that hold references to what is declared elsewhere. */
const references: ReadonlySet<string> = new Set([
  "type",
  "base",
  "ref",
  "itemType",
  "substitutionGroup",
]);

/** Copy a part of a schema out of the parser's memory. */
export function toNode(element: XmlElement, schema: SchemaInfo): SchemaNode {
  const inside = childrenOf(element);
  const said = inside
    .filter(({ name }) => name === "annotation")
    .flatMap((annotation) => childrenOf(annotation).filter(({ name }) => name === "documentation"))
    .map(({ content }) => content.replace(/\s+/g, " ").trim());
  return {
    kind: element.name,
    attributes: attributesOf(element, schema),
    children: inside
      .filter(({ name }) => name !== "annotation")
      .map((child) => toNode(child, schema)),
    text: said.filter(Boolean).join(" ").slice(0, longestText),
    schema,
    line: element.line,
  };
}

/** Longer documentation is for a manual. */
const longestText = 600;

/** The children that are parts of a schema. */
export function childrenOf(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let at = element.firstChild; at; at = at.next)
    if (at instanceof XmlElement && at.namespaceUri === schemaNamespace) found.push(at);
  return found;
}

function attributesOf(element: XmlElement, schema: SchemaInfo): ReadonlyMap<string, string> {
  return new Map(
    element.attrs
      .filter(({ prefix }) => prefix === "")
      .map(({ name, value }) => [name, resolved(element, { name, value }, schema)]),
  );
}

function resolved(
  element: XmlElement,
  { name, value }: { readonly name: string; readonly value: string },
  schema: SchemaInfo,
): string {
  if (references.has(name)) return expanded(element, value.trim(), schema);
  if (name !== "memberTypes") return value;
  return value
    .split(/\s+/)
    .filter(Boolean)
    .map((one) => expanded(element, one, schema))
    .join(" ");
}

/** A file without a namespace speaks of what is in that of the file which includes it. */
function expanded(element: XmlElement, qualified: string, { namespace }: SchemaInfo): string {
  const [local = "", prefix = ""] = qualified.split(":").reverse();
  const uri = element.namespaceForPrefix(prefix) ?? "";
  return expandedName(uri === "" && prefix === "" ? namespace : uri, local);
}

export function expandedName(namespace: string, local: string): string {
  return `{${namespace}}${local}`;
}

/** The two parts of `{namespace}name`. */
export function partsOfName(name: string): { readonly namespace: string; readonly local: string } {
  const end = name.lastIndexOf("}");
  return { namespace: name.slice(1, end), local: name.slice(end + 1) };
}

export function isBuiltIn(name: string): boolean {
  return name.startsWith(`{${schemaNamespace}}`);
}
