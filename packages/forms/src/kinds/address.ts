import { isValid, toNormalised } from "postcode";
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
import { lineCheck } from "./text.ts";

const parts: ReadonlyMap<string, { check: Check; required?: boolean }> = new Map([
  ["line1", { check: lineCheck(100), required: true }],
  ["line2", { check: lineCheck(100) }],
  ["town", { check: lineCheck(60), required: true }],
  ["postcode", { check: postcodeCheck() }],
  ["uprn", { check: uprnCheck() }],
  ["easting", { check: gridCheck(700_000) }],
  ["northing", { check: gridCheck(1_300_000) }],
]);

/** The parts of an address, in the order they are written. */
export const addressParts: readonly string[] = [...parts.keys()];

/**
 * Check an address part by part, each with a pointer of its own.
 *
 * The limits are those of `Address` in contract, checked here by hand because every submission passes.
 */
export function addressCheck(required: boolean): Check {
  return (value, pointer, sheet) => {
    if (!isRecord(value)) return refuse(sheet, pointer, "invalid");
    refuseUnknown(value, parts, pointer, sheet);
    if (Object.values(value).every(isBlank)) {
      return required ? refuse(sheet, pointer, "required") : undefined;
    }
    return keepParts(value, pointer, sheet);
  };
}

function keepParts(given: Record<string, unknown>, pointer: string, sheet: Sheet): Answer {
  const address: Record<string, Answer> = {};
  for (const [name, { check, required = false }] of parts) {
    const kept = answerTo({ check, required }, own(given, name), `${pointer}/${name}`, sheet);
    if (kept !== undefined) address[name] = kept;
  }
  return address;
}

/** Write a postcode in capitals with its space, or undefined where it is none. */
function normalPostcode(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 16) return undefined;
  if (/^gir\s*0aa$/i.test(trimmed)) return "GIR 0AA";
  return isValid(trimmed) ? (toNormalised(trimmed) ?? undefined) : undefined;
}

function postcodeCheck(): Check {
  return (value, pointer, sheet) => {
    const postcode = typeof value === "string" ? normalPostcode(value) : undefined;
    return postcode ?? refuse(sheet, pointer, "invalid");
  };
}

/** Noughts alone are how some look-ups say that they know no number. */
function uprnCheck(): Check {
  return (value, pointer, sheet) =>
    typeof value === "string" && /^(?=.*[1-9])\d{1,12}$/.test(value)
      ? value
      : refuse(sheet, pointer, "invalid");
}

function gridCheck(max: number): Check {
  return (value, pointer, sheet) =>
    typeof value === "number" &&
    Number.isInteger(value) &&
    value >= 0 &&
    value <= max &&
    !Object.is(value, -0)
      ? value
      : refuse(sheet, pointer, "invalid");
}
