import { isValid, toNormalised } from "postcode";
import { type Check, refuse } from "../sheet.ts";
import { needed, optional, type Parts, partsCheck } from "./parts.ts";
import { lineCheck } from "./text.ts";

export const addressParts: Parts = new Map([
  ["line1", needed(lineCheck(100))],
  ["line2", optional(lineCheck(100))],
  ["town", needed(lineCheck(60))],
  ["postcode", optional(postcodeCheck())],
  ["uprn", optional(uprnCheck())],
  ["easting", optional(gridCheck(700_000))],
  ["northing", optional(gridCheck(1_300_000))],
]);

/** Check a postal address. */
export function addressCheck(): Check {
  return partsCheck(addressParts);
}

/** Write a postcode in capitals with its space, or undefined where it is none. */
function normalPostcode(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 16) return undefined;
  if (/^gir\s*0aa$/i.test(trimmed)) return "GIR 0AA";
  return isValid(trimmed) ? (toNormalised(trimmed) ?? undefined) : undefined;
}

export function postcodeCheck(): Check {
  return (value, pointer, sheet) => {
    const postcode = typeof value === "string" ? normalPostcode(value) : undefined;
    return postcode ?? refuse(sheet, pointer, "invalid");
  };
}

/** Noughts alone are how some look-ups say that they know no number. */
export function uprnCheck(): Check {
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
