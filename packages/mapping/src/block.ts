import { MappingFault } from "./fault.ts";
import { applies } from "./field.ts";
import { isAbsent, itemScopes, type Scope } from "./scope.ts";
import type { Block, Field, Node } from "./tree.ts";

/**
 * Give the scopes in which a block's rows are written: one for each item of its group, or one.
 *
 * A block that is not for a group is there for its answers: where it has none but constants, it is
 * left out, so that nobody sends a contact of the kind e-mail without an e-mail address.
 */
export function blockScopes(block: Block, node: Node, scope: Scope): readonly Scope[] {
  if (block.each === undefined) return hasNoAnswer(node, scope) ? [] : [scope];
  const scopes = itemScopes(scope, block.each);
  if (!scopes) throw new MappingFault(block.place, "each needs a group, and the answer is none");
  return scopes;
}

function hasNoAnswer(node: Node, scope: Scope): boolean {
  const parts = partsOf(node);
  return parts.some((part) => !isConstant(part)) && !parts.some((part) => hasAnswer(part, scope));
}

type Part = Field | Node;

function partsOf(node: Node): Part[] {
  return [...node.attributes.flatMap(({ fields }) => fields), ...node.fields, ...node.children];
}

function isConstant(part: Part): boolean {
  return "read" in part ? part.constant : !part.block?.each && partsOf(part).every(isConstant);
}

/** A required answer counts as given, for the fault to come out. */
function hasAnswer(part: Part, scope: Scope): boolean {
  if ("read" in part) {
    if (part.constant || !applies(part, scope)) return false;
    return part.required || !isAbsent(part.read(scope));
  }
  if (part.block && !applies(part.block, scope)) return false;
  if (part.block?.each) {
    return part.block.required || !isAbsent(itemScopes(scope, part.block.each));
  }
  return partsOf(part).some((inner) => hasAnswer(inner, scope));
}
