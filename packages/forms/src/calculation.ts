import type { Answers } from "@guildhall/contract";
import { createLogic } from "./condition.ts";
import { lineCheck } from "./kinds/text.ts";
import type { QuestionOf } from "./question.ts";
import type { Answer, Sheet } from "./sheet.ts";

/** The longest calculated text, in code points. */
export const maxCalculated = 200;

/**
 * Make the function that works a calculated answer out from the answers before it. It never throws.
 *
 * A result that is no number that can be written down, and no short text, is left out.
 */
export function calculation({
  value,
  decimals,
}: QuestionOf<"calculated">): (answers: Answers) => Answer | undefined {
  const run = createLogic(value);
  return (answers) => {
    const result = run(answers);
    return typeof result === "number" ? rounded(result, decimals) : shortText(result);
  };
}

/**
 * Round half away from zero, in decimal: 1.005 to two places is 1.01, and 1.15 times 3 to one is 3.5.
 *
 * Fifteen figures are what a binary number holds of a decimal one; what is beyond them is the drift of arithmetic.
 */
export function rounded(value: number, decimals: number): number | undefined {
  const size = Math.abs(value);
  if (!(size <= Number.MAX_SAFE_INTEGER)) return undefined;
  if (Number.isInteger(size)) return value + 0;
  const [figures, exponent = "0"] = size.toPrecision(15).split("e");
  const whole = Math.round(Number(`${figures}e${Number(exponent) + decimals}`));
  return Math.sign(value) * Number(`${whole}e-${decimals}`) + 0;
}

const line = lineCheck(maxCalculated);

function shortText(value: unknown): Answer | undefined {
  const scratch: Sheet = { today: "", answers: {}, faults: [] };
  const text = typeof value === "string" && /\S/.test(value) ? line(value, "", scratch) : undefined;
  return scratch.faults.length > 0 ? undefined : text;
}
