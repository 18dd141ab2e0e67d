import type { TargetField } from "@guildhall/contract";
import { type Components, childOf } from "./components.ts";
import type { Content } from "./content.ts";
import type { SchemaNode } from "./schema-node.ts";
import { type Value, valueIn, valueOfType } from "./simple.ts";

/** The complex type of an element, in place or by name; undefined where it has none. */
export function complexTypeOf(components: Components, node: SchemaNode): SchemaNode | undefined {
  const inPlace = childOf(node, "complexType");
  if (inPlace) return inPlace;
  const name = node.attributes.get("type") ?? typeOfHead(components, node);
  const type = components.follow("type", name, node);
  return type?.kind === "complexType" ? type : undefined;
}

/** The value of an element that has no complex type; anything where nothing is said of it. */
export function plainValue(components: Components, node: SchemaNode): Value {
  const isTyped = node.attributes.has("type") || node.children.length > 0;
  if (isTyped) return valueIn(components, node);
  return valueOfType(components, typeOfHead(components, node), node) ?? { type: "any" };
}

/** What an element is whose type was not entered, or has no value of its own. */
export function holderOf(content: Content | undefined): Pick<TargetField, "type"> {
  const isText = content?.isMixed && content.particles.length === 0;
  return { type: isText ? "text" : "group" };
}

/** A value that is always the same is the only one to choose. */
export function fixedValue({ attributes }: SchemaNode): Value | undefined {
  const value = attributes.get("fixed");
  if (value === undefined || value === "" || value.length > 80) return undefined;
  return { type: "text", options: [{ code: value, text: value }] };
}

/** Whether it is only a pattern for others, and stands in no document itself. */
export function isAbstract({ attributes }: SchemaNode): boolean {
  return /^(?:true|1)$/.test(attributes.get("abstract")?.trim() ?? "");
}

/** An element that says nothing of its type has that of the one in whose place it stands. */
function typeOfHead(components: Components, node: SchemaNode, depth = 20): string | undefined {
  const head = node.attributes.get("substitutionGroup");
  if (head === undefined || depth === 0 || childOf(node, "simpleType")) return undefined;
  const found = components.find("element", head);
  return found?.attributes.get("type") ?? (found && typeOfHead(components, found, depth - 1));
}
