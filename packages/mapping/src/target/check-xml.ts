import type { SchemaSet } from "@guildhall/contract";
import { compileSchemaSet, type DocumentFault } from "@guildhall/xml";

/**
 * Finds what is wrong with a document by its receiver's schemas: in this thread, or better in another that can be given
 * up.
 *
 * @throws SchemaSetRefused
 */
export type CheckXml = (
  set: SchemaSet,
  document: string,
) => readonly DocumentFault[] | Promise<readonly DocumentFault[]>;

/** Check in this thread, with no limit of time. */
export const checkXml: CheckXml = (set, document) => {
  const compiled = compileSchemaSet(set);
  try {
    return compiled.check(document);
  } finally {
    compiled.dispose();
  }
};
