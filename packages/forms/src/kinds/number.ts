import type { QuestionOf } from "../question.ts";
import { type Check, refuse } from "../sheet.ts";

/** Check a number that can be written down again as it came: finite, exact, and no minus zero. */
export function numberCheck({
  min,
  max,
  decimals,
}: Pick<QuestionOf<"number">, "min" | "max" | "decimals">): Check {
  return (value, pointer, sheet) => {
    if (typeof value !== "number" || !isExact(value, decimals)) {
      return refuse(sheet, pointer, "invalid");
    }
    if (min !== undefined && value < min) return refuse(sheet, pointer, "too-few");
    if (max !== undefined && value > max) return refuse(sheet, pointer, "too-many");
    return value;
  };
}

function isExact(value: number, decimals: number): boolean {
  return (
    Math.abs(value) <= Number.MAX_SAFE_INTEGER &&
    !Object.is(value, -0) &&
    Number(value.toFixed(decimals)) === value
  );
}
