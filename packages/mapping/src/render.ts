import { type Place, wholeMapping } from "./fault.ts";
import { writeJson } from "./json.ts";
import type { MappingInput, Scope } from "./scope.ts";
import { positionsIn, type Trace } from "./trace.ts";
import type { CompiledMapping } from "./tree.ts";
import { writeXml } from "./xml.ts";

/**
 * Write the document for one process: the same bytes whenever the input is the same.
 *
 * @throws MappingFault for a required value that is missing, or a change that cannot be made
 */
export function render(
  compiled: CompiledMapping,
  input: MappingInput,
  { declaration = false }: { declaration?: boolean } = {},
): string {
  const scope = outermost(input);
  if (compiled.format === "json") return writeJson(compiled, scope);
  const opening = declaration ? '<?xml version="1.0" encoding="UTF-8"?>' : "";
  return opening + writeXml(compiled, scope);
}

/**
 * Find the row behind each element and attribute of the XML document that `render` makes of the input,
 * for what a schema says of the document to be said of the mapping.
 *
 * Elements are counted from 1 below their parent: `1/3/2`, `1/3/@unit`, and `""` for the root. An
 * element that only holds others is of the first row that goes through it. JSON has no positions.
 *
 * @throws MappingFault where `render` does
 */
export function positions(
  compiled: CompiledMapping,
  input: MappingInput,
): ReadonlyMap<string, Place> {
  return compiled.format === "json" ? new Map() : renderTraced(compiled, input).places;
}

/** Write the document, and find its positions on the way. @throws MappingFault where `render` does */
export function renderTraced(
  compiled: CompiledMapping,
  input: MappingInput,
): { readonly text: string; readonly places: ReadonlyMap<string, Place> } {
  if (compiled.format === "json") return { text: render(compiled, input), places: new Map() };
  const trace: Trace = [];
  const text = writeXml(compiled, outermost(input), trace);
  return { text, places: positionsIn({ place: wholeMapping, inside: trace }) };
}

function outermost(input: MappingInput): Scope {
  return { input, answers: input.answers, outer: undefined };
}
