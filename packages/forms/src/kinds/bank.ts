import { type Check, refuse } from "../sheet.ts";
import { needed, optional, type Parts, partsCheck } from "./parts.ts";
import { lineCheck } from "./text.ts";

export const bankParts: Parts = new Map([
  ["accountName", needed(lineCheck(70))],
  ["sortCode", needed(digitsCheck(/^\d{6}$/))],
  ["accountNumber", needed(digitsCheck(/^\d{6,8}$/, 8))],
  ["rollNumber", optional(rollCheck())],
]);

/**
 * Check where money can be paid to, as far as that can be told from its shape.
 *
 * Whether there is such an account is for the bank to say. One of six or seven digits is kept with noughts in front,
 * as banks themselves write it.
 */
export function bankCheck(): Check {
  return partsCheck(bankParts);
}

/** People write these numbers as their bank prints them: in pairs, or in fours. */
function digitsCheck(shape: RegExp, length = 0): Check {
  return (value, pointer, sheet) => {
    if (typeof value !== "string" || value.length > 30) return refuse(sheet, pointer, "invalid");
    const digits = value.replaceAll(/[\s–-]/g, "");
    return shape.test(digits) ? digits.padStart(length, "0") : refuse(sheet, pointer, "invalid");
  };
}

function rollCheck(): Check {
  return (value, pointer, sheet) => {
    const roll = typeof value === "string" ? value.trim() : "";
    if (roll.length > 18) return refuse(sheet, pointer, "too-long");
    return /^[A-Za-z\d ./-]+$/.test(roll) ? roll : refuse(sheet, pointer, "invalid");
  };
}
