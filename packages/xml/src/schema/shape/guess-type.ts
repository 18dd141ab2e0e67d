import type { TargetField } from "@guildhall/contract";

/** Guess of what kind values are that were seen at one place; text where that is not plain. */
export function guessType(values: readonly string[]): TargetField["type"] {
  const given = values.filter((value) => value !== "");
  if (given.length === 0) return "text";
  const found = guesses.find(([pattern]) => given.every((value) => pattern.test(value)));
  return found?.[1] ?? "text";
}

/** A number with a nought in front is a code, and so is one that is longer than any count. */
const guesses: readonly (readonly [RegExp, TargetField["type"]])[] = [
  [/^(?:true|false)$/, "boolean"],
  [/^-?(?:0|[1-9]\d{0,8})$/, "integer"],
  [/^-?(?:0|[1-9]\d{0,11})\.\d{1,10}$/, "number"],
  [/^\d{4}-\d{2}-\d{2}$/, "date"],
  [/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, "date-time"],
  [/^\d{2}:\d{2}(?::\d{2})?$/, "time"],
];
