import type { Mapping } from "@guildhall/contract";
import { addRows } from "./build.ts";
import { collect, MappingFault, wholeMapping } from "./fault.ts";
import type { CodeLists } from "./field.ts";
import { type Grammar, grammarOf } from "./grammar.ts";
import { declareNamespaces } from "./names.ts";
import { type CompiledMapping, createNode } from "./tree.ts";

/**
 * Make a mapping ready for all the documents to come.
 *
 * @throws MappingFault the first of those that `checkMapping` lists
 */
export function compileMapping(mapping: Mapping): CompiledMapping {
  const faults: MappingFault[] = [];
  const compiled = compileTree(mapping, faults);
  if (faults[0]) throw faults[0];
  return compiled;
}

/** Where a mapping names its schema set. */
export const schemaPlace = { row: undefined, pointer: "/schema", target: "" };

/** Compile as far as it goes, and collect every fault on the way; constants are looked up in `codes`. */
export function compileTree(
  mapping: Mapping,
  faults: MappingFault[],
  codes?: CodeLists,
): CompiledMapping {
  const grammar = grammarOf(mapping);
  const isXml = mapping.format === "xml";
  if (isXml) collect(faults, () => checkRoot(mapping.root ?? "", grammar));
  else if (mapping.schema !== undefined) {
    faults.push(new MappingFault(schemaPlace, "a schema set is for XML"));
  }
  const declarations = isXml ? declareNamespaces(mapping.namespaces ?? {}, faults) : "";
  const root = createNode(mapping.root ?? "", wholeMapping);
  addRows(mapping.rows, { parent: root, place: wholeMapping, grammar, faults, codes });
  return { format: mapping.format, root, declarations };
}

function checkRoot(root: string, grammar: Grammar): void {
  const place = { row: undefined, pointer: "/root", target: root };
  if (root === "") throw new MappingFault(place, "XML needs a root element");
  grammar.checkName(root, place);
}
