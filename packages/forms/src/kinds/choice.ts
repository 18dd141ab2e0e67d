import type { Option } from "@guildhall/contract";
import { type Check, refuse } from "../sheet.ts";

export function yesNoCheck(): Check {
  return (value, pointer, sheet) =>
    typeof value === "boolean" ? value : refuse(sheet, pointer, "invalid");
}

/** Check that a statement was ticked; one left unticked is no answer. */
export function declarationCheck(): Check {
  return (value, pointer, sheet) => {
    if (value === false) return undefined;
    return value === true ? value : refuse(sheet, pointer, "invalid");
  };
}

/** Check that the answer is the value of one of the options. */
export function optionCheck(options: readonly Option[]): Check {
  const values = valuesOf(options);
  return (value, pointer, sheet) =>
    typeof value === "string" && values.has(value)
      ? value
      : refuse(sheet, pointer, "not-an-option");
}

/** Check that the answers are values of the options, each at most once. */
export function optionsCheck(options: readonly Option[]): Check {
  const values = valuesOf(options);
  return (value, pointer, sheet) => {
    if (!isTextList(value, values.size)) return refuse(sheet, pointer, "invalid");
    if (value.some((one) => !values.has(one))) return refuse(sheet, pointer, "not-an-option");
    return new Set(value).size === value.length ? value : refuse(sheet, pointer, "invalid");
  };
}

/** Check a list of document ids. Whether they exist is for whoever keeps the documents. */
export function filesCheck(maxFiles: number): Check {
  return (value, pointer, sheet) => {
    if (!Array.isArray(value)) return refuse(sheet, pointer, "invalid");
    if (value.length > maxFiles) return refuse(sheet, pointer, "too-many");
    const ids = isTextList(value, maxFiles) && value.every((id) => /^[\w-]{1,80}$/.test(id));
    return ids && new Set(value).size === value.length ? value : refuse(sheet, pointer, "invalid");
  };
}

function isTextList(value: unknown, max: number): value is string[] {
  return (
    Array.isArray(value) && value.length <= max && value.every((one) => typeof one === "string")
  );
}

function valuesOf(options: readonly Option[]): ReadonlySet<string> {
  return new Set(options.map(({ value }) => value));
}
