import { isCleanJson } from "@guildhall/contract";
import { blockScopes, isPassedOver } from "./block.ts";
import { MappingFault, type Place, pardoned } from "./fault.ts";
import { applies, emptyOf, firstValue } from "./field.ts";
import type { Scope } from "./scope.ts";
import type { CompiledMapping, Node } from "./tree.ts";

/** Write the document as JSON: numbers, booleans, lists and objects stay what they are. */
export function writeJson({ root }: CompiledMapping, scope: Scope): string {
  return JSON.stringify(objectOf(root, scope) ?? {});
}

/** @throws MappingFault for a value that JSON would not carry unchanged */
export function checkJsonValue(value: unknown, place: Place): unknown {
  if (!isCleanJson(value, 12) || (typeof value === "number" && !Number.isFinite(value))) {
    throw new MappingFault(place, "the value has a character that cannot be sent, or is too deep");
  }
  return value;
}

/** Without a prototype, a key is a key whatever it is called. */
function objectOf(node: Node, scope: Scope): Record<string, unknown> | undefined {
  const object: Record<string, unknown> = Object.create(null);
  const isChoice = node.block?.choice === true;
  let isEmpty = true;
  for (const child of node.children) {
    if (isChoice && (!isEmpty || isPassedOver(child, scope))) continue;
    const value = pardoned(scope.input.pardon, () => propertyOf(child, scope));
    if (value === undefined) continue;
    object[child.name] = value;
    isEmpty = false;
  }
  return isEmpty ? undefined : object;
}

function propertyOf(node: Node, scope: Scope): unknown {
  if (node.block) return blockOf(node, scope);
  if (node.fields.length === 0) return objectOf(node, scope);
  const found = firstValue(node.fields, scope);
  return found && checkJsonValue(found.value, found.place);
}

function blockOf(node: Node, scope: Scope): unknown {
  const { block } = node;
  if (!block || !applies(block, scope)) return undefined;
  const objects = blockScopes(block, node, scope).flatMap((inner) => objectOf(node, inner) ?? []);
  if (block.each === undefined) return objects[0] ?? (emptyOf(block) === "" ? {} : undefined);
  return objects.length > 0 || emptyOf(block) === "" ? objects : undefined;
}
