import {
  type Answer,
  type Check,
  isBlank,
  isRecord,
  own,
  refuse,
  refuseUnknown,
  type Sheet,
} from "../sheet.ts";
import { answerTo } from "./answer.ts";

/** The parts of an answer that is made of several, in the order they are written. */
export type Parts = ReadonlyMap<string, Part>;

interface Part {
  readonly check: Check;
  readonly required: boolean;
}

/** Look at parts that are each right: give back what is stored, or write a fault and give nothing. */
type Settle = (kept: Record<string, Answer>, pointer: string, sheet: Sheet) => Answer | undefined;

/**
 * Check an answer part by part, each with a pointer of its own; one whose parts are all blank is no answer.
 *
 * The limits are those that contract has for the answer, checked here by hand because every submission passes.
 */
export function partsCheck(parts: Parts, settle: Settle = (kept) => kept): Check {
  return (value, pointer, sheet) => {
    if (!isRecord(value)) return refuse(sheet, pointer, "invalid");
    refuseUnknown(value, parts, pointer, sheet);
    if (Object.values(value).every(isBlank)) return undefined;
    const before = sheet.faults.length;
    const kept = keepParts(parts, value, { pointer, sheet });
    return sheet.faults.length > before ? kept : settle(kept, pointer, sheet);
  };
}

/** A part that may be left out. */
export function optional(check: Check): Part {
  return { check, required: false };
}

/** A part that must be there as soon as any other is. */
export function needed(check: Check): Part {
  return { check, required: true };
}

function keepParts(
  parts: Parts,
  given: Record<string, unknown>,
  { pointer, sheet }: { pointer: string; sheet: Sheet },
): Record<string, Answer> {
  const kept: Record<string, Answer> = {};
  for (const [name, part] of parts) {
    const value = answerTo(part, own(given, name), `${pointer}/${name}`, sheet);
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}
