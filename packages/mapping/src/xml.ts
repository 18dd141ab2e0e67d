import { blockScopes, isPassedOver } from "./block.ts";
import { MappingFault, type Place, pardoned } from "./fault.ts";
import { applies, emptyOf, firstValue } from "./field.ts";
import { isAbsent, type Scope } from "./scope.ts";
import { asText } from "./text.ts";
import { close, closeEach, type Trace } from "./trace.ts";
import type { Attribute, CompiledMapping, Node } from "./tree.ts";

/**
 * Write the document as XML, in the order of the rows.
 *
 * Names were judged when the mapping was compiled, and every text goes through one of the two
 * escapes below, so the document is well-formed whatever the answers are.
 */
export function writeXml(
  { root, declarations }: CompiledMapping,
  scope: Scope,
  trace?: Trace,
): string {
  const attributes = declarations + writeAttributes(root, scope, trace);
  return element(root.name, attributes, writeChildren(root, scope, trace));
}

/** Escape a text so that a parser gives back the same characters. @throws MappingFault where XML has no way to */
export function escapeText(value: string, place: Place): string {
  if (!specialInText.test(value)) return value;
  checkCharacters(value, place);
  return value.replace(/[&<>\r]/g, reference);
}

/** Escape an attribute's value, with the white space that parsers would make spaces of. */
export function escapeAttribute(value: string, place: Place): string {
  if (!specialInAttribute.test(value)) return value;
  checkCharacters(value, place);
  return value.replace(/[&<>"\t\n\r]/g, reference);
}

/** Write a value as an element's text, one element for each value of a list. */
export function writeValue(
  value: unknown,
  { name, attributes, place }: { name: string; attributes: string; place: Place },
): string {
  if (!Array.isArray(value))
    return element(name, attributes, escapeText(flat(value, place), place));
  let written = "";
  for (const item of value) {
    if (!isAbsent(item)) written += element(name, attributes, escapeText(flat(item, place), place));
  }
  return written;
}

/** Write an attribute, with the space before it. */
export function writeAttribute(name: string, value: unknown, place: Place): string {
  return ` ${name}="${escapeAttribute(flat(value, place), place)}"`;
}

function writeNode(node: Node, scope: Scope, trace: Trace | undefined): string {
  const write = writerOf(node);
  return pardoned(scope.input.pardon, () => write(node, scope, trace)) ?? "";
}

function writerOf({ block, fields }: Node): typeof writeNode {
  if (block) return writeBlock;
  return fields.length > 0 ? writeLeaf : writeParent;
}

function writeBlock(node: Node, scope: Scope, trace: Trace | undefined): string {
  const { block } = node;
  if (!block || !applies(block, scope)) return "";
  let written = "";
  for (const inner of blockScopes(block, node, scope)) written += writeParent(node, inner, trace);
  if (written !== "" || emptyOf(block) === undefined) return written;
  trace?.push({ place: block.place, inside: [] });
  return element(node.name, "", "");
}

function writeLeaf(node: Node, scope: Scope, trace: Trace | undefined): string {
  const found = firstValue(node.fields, scope);
  if (!found) return "";
  const { value, place } = found;
  const before = trace?.length;
  const attributes = writeAttributes(node, scope, trace);
  if (trace) closeEach(trace, before, { place, value });
  return writeValue(value, { name: node.name, attributes, place });
}

function writeParent(node: Node, scope: Scope, trace: Trace | undefined): string {
  const before = trace?.length;
  const attributes = writeAttributes(node, scope, trace);
  const children = writeChildren(node, scope, trace);
  const isHollow = children === "" && (attributes === "" || node.block?.choice === true);
  if (trace) close(trace, before, isHollow ? undefined : node.place);
  return isHollow ? "" : element(node.name, attributes, children);
}

function writeChildren(node: Node, scope: Scope, trace: Trace | undefined): string {
  if (node.block?.choice) return writeChoice(node, scope, trace);
  let written = "";
  for (const child of node.children) written += writeNode(child, scope, trace);
  return written;
}

function writeChoice(node: Node, scope: Scope, trace: Trace | undefined): string {
  for (const child of node.children) {
    const written = isPassedOver(child, scope) ? "" : writeNode(child, scope, trace);
    if (written !== "") return written;
  }
  return "";
}

function writeAttributes(node: Node, scope: Scope, trace: Trace | undefined): string {
  let written = "";
  for (const one of node.attributes)
    written += pardoned(scope.input.pardon, () => attributeOf(one, scope, trace)) ?? "";
  return written;
}

function attributeOf({ name, fields }: Attribute, scope: Scope, trace: Trace | undefined): string {
  const found = firstValue(fields, scope);
  if (!found) return "";
  const written = writeAttribute(name, found.value, found.place);
  trace?.push({ place: found.place, attribute: name, inside: [] });
  return written;
}

function element(name: string, attributes: string, content: string): string {
  return content === "" ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}

function flat(value: unknown, place: Place): string {
  const text = typeof value === "object" ? undefined : asText(value);
  if (text === undefined)
    throw new MappingFault(place, "the value is not a single one; name a part, or join it");
  return text;
}

// Anything a parser would not give back as it stands, and all surrogates, of which lone ones are refused.
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them, and here is where they are found.
const specialInText = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const specialInAttribute = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;
/** All but the characters of XML 1.0, production 2. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function checkCharacters(value: string, place: Place): void {
  if (forbidden.test(value))
    throw new MappingFault(place, "the value has a character that XML forbids");
}

function reference(character: string): string {
  switch (character) {
    case "&":
      return "&amp;";
    case "<":
      return "&lt;";
    case ">":
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return `&#${character.charCodeAt(0)};`;
  }
}
