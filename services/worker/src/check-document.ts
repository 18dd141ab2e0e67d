import type { SchemaSet } from "@guildhall/contract";
import type { RowFault } from "@guildhall/domain";
import {
  type CompiledMapping,
  type MappingInput,
  nearestPlace,
  type Place,
  positions,
} from "@guildhall/mapping";
import type { DocumentFault, SchemaChecker } from "@guildhall/xml";

/** Why a document is not sent: a code, and the rows that are at fault. */
export interface Objection {
  readonly code: string;
  readonly faults?: readonly RowFault[];
}

/** A document and what it was made of. */
export interface MadeDocument {
  readonly text: string;
  readonly mapping: CompiledMapping;
  readonly input: MappingInput;
}

/**
 * Check a document against its receiver's schema, and say what is wrong by the rows of its mapping, where it is put right.
 *
 * @throws SchemaSetRefused
 */
export async function checkDocument(
  checker: Pick<SchemaChecker, "check">,
  set: SchemaSet,
  { text, mapping, input }: MadeDocument,
): Promise<Objection | undefined> {
  const faults = await checker.check(set, text);
  if (faults.length === 0) return undefined;
  const isUndecided = faults.some(({ code }) => code === "time");
  const places = positions(mapping, input);
  return {
    code: isUndecided ? "document-check-timeout" : "document-invalid",
    faults: faults.map((fault) => ({ target: targetOf(fault, places), sentence: wordsOf(fault) })),
  };
}

/** A fault in words, with the receiver's own code for it. */
export function wordsOf({ sentence, receiverCode }: DocumentFault): string {
  return receiverCode === undefined ? sentence : `${sentence} (${receiverCode})`;
}

function targetOf({ position, xpath }: DocumentFault, places: ReadonlyMap<string, Place>): string {
  const target = position === undefined ? "" : nearestPlace(places, position).target;
  return target || (xpath ?? "");
}
