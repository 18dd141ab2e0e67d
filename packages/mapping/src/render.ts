import { writeJson } from "./json.ts";
import type { MappingInput, Scope } from "./scope.ts";
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
  const scope: Scope = { input, answers: input.answers, outer: undefined };
  if (compiled.format === "json") return writeJson(compiled, scope);
  const opening = declaration ? '<?xml version="1.0" encoding="UTF-8"?>' : "";
  return opening + writeXml(compiled, scope);
}
