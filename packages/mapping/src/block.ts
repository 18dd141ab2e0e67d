import { MappingFault } from "./fault.ts";
import { applies } from "./field.ts";
import { isAbsent, itemScopes, type Scope } from "./scope.ts";
import type { Block, Field, Node } from "./tree.ts";

/**
 * Give the scopes in which a block's rows are written: one for each item of its list, or one.
 *
 * A block that is not for a list is there for its answers: where it has none but constants, it is
 * left out, so that nobody sends a contact of the kind e-mail without an e-mail address. The last
 * alternative of a choice may be a constant, so a choice speaks for itself.
 */
export function blockScopes(block: Block, node: Node, scope: Scope): readonly Scope[] {
  if (block.each === undefined) {
    return !block.choice && hasNoAnswer(node, scope, isRequired) ? [] : [scope];
  }
  const scopes = itemScopes(scope, block.each);
  if (!scopes) {
    throw new MappingFault(
      block.place,
      "each needs a group, checkboxes or files, and this is none",
    );
  }
  return scopes;
}

/**
 * Tell whether an alternative of a choice has nothing to say, so that the next one has its turn.
 *
 * What is required in it is so only once it is chosen.
 */
export function isPassedOver(node: Node, scope: Scope): boolean {
  return hasNoAnswer(node, scope, isKept);
}

/** Tells which rows count as answers even where there is none. */
type Counts = (row: Field | Block) => boolean;

/** A required answer counts as given, for the fault to come out. */
const isRequired: Counts = ({ required }) => required;
const isKept: Counts = ({ keepEmpty }) => keepEmpty;

function hasNoAnswer(node: Node, scope: Scope, counts: Counts): boolean {
  const parts = partsOf(node);
  return (
    parts.some((part) => !isConstant(part)) && !parts.some((part) => hasAnswer(part, scope, counts))
  );
}

type Part = Field | Node;

function partsOf(node: Node): Part[] {
  return [...node.attributes.flatMap(({ fields }) => fields), ...node.fields, ...node.children];
}

function isConstant(part: Part): boolean {
  return "read" in part ? part.constant : !part.block?.each && partsOf(part).every(isConstant);
}

function hasAnswer(part: Part, scope: Scope, counts: Counts): boolean {
  if ("read" in part) {
    if (part.constant || !applies(part, scope)) return false;
    return counts(part) || !isAbsent(part.read(scope));
  }
  const { block } = part;
  if (block && !applies(block, scope)) return false;
  if (block && counts(block)) return true;
  if (block?.each) return !isAbsent(itemScopes(scope, block.each));
  return partsOf(part).some((inner) => hasAnswer(inner, scope, counts));
}
