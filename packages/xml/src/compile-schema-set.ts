import type { SchemaSet } from "@guildhall/contract";
import { check } from "./check/check.ts";
import type { DocumentFault } from "./fault.ts";
import { compile } from "./schema/compile.ts";

/** A schema set that is ready, in this very thread. */
export interface CompiledSchemaSet {
  /** Everything that is wrong with a document; nothing when it is valid. */
  check(document: string | Uint8Array): DocumentFault[];
  dispose(): void;
}

/**
 * Make a schema set ready for checking in this thread, with no limit of time.
 *
 * Only for sets that are known to be harmless, or where nothing else waits: a pattern can take for ever.
 *
 * @throws SchemaSetRefused with everything that is wrong with the set
 */
export function compileSchemaSet(set: SchemaSet): CompiledSchemaSet {
  const compiled = compile(set);
  return { check: (document) => check(compiled, document), dispose: () => compiled.dispose() };
}
