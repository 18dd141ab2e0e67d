import type { Option } from "@guildhall/contract";
import { nameOfPart } from "./names.ts";

/** Show options as lines: `value | label`, or the label alone where its value says the same. */
export function linesOf(options: readonly Option[]): string {
  return options.map(({ value, label }) => `${value} | ${label}`).join("\n");
}

/**
 * Read a list of options, one on each line: `value | label`, or a label alone, which gets a value of its own.
 *
 * What is wrong is said with its line. An option that stays keeps its value, so that conditions and mappings go on
 * reading it, and its hint.
 */
export function optionsOf(
  text: string,
  before: readonly Option[] = [],
): { options: Option[] } | { fault: string } {
  const options: Option[] = [];
  const lineOf = new Map<string, number>();
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const option = optionOf(line, options, before);
    if (typeof option === "string") return { fault: `Line ${at + 1}: ${option}` };
    const keys = [`value ${option.value}`, `label ${option.label.toLowerCase()}`];
    const double = keys.map((key) => lineOf.get(key)).find((known) => known !== undefined);
    if (double !== undefined)
      return { fault: `Line ${at + 1}: “${option.label}” is there already, on line ${double}` };
    for (const key of keys) lineOf.set(key, at + 1);
    options.push(option);
  }
  return options.length < 2 ? { fault: "Enter at least two options, each on a line" } : { options };
}

function optionOf(
  line: string,
  there: readonly Option[],
  before: readonly Option[],
): Option | string {
  const [first = "", ...rest] = line.split("|").map((part) => part.trim());
  const label = rest.length > 0 ? rest.join(" | ") : first;
  if (label === "") return "Enter the words of this option";
  if (label.length > 200) return "Use 200 characters or fewer";
  if (rest.length > 0) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(first))
      return `“${first}” cannot stand before the line: use small letters, numbers and hyphens`;
    return withHint(first, label, before);
  }
  const known = before.find((option) => option.label.toLowerCase() === label.toLowerCase());
  // A label that is on the list twice is to be told as that, and gets no other value.
  const isDouble = there.some((option) => option.label.toLowerCase() === label.toLowerCase());
  const value =
    known?.value ?? nameOfPart("options", isDouble ? [] : valuesOf(there, before), label);
  return withHint(value, label, before);
}

function withHint(value: string, label: string, before: readonly Option[]): Option {
  const hint = before.find((option) => option.value === value)?.hint;
  return { value, label, ...(hint === undefined ? {} : { hint }) };
}

function valuesOf(...lists: (readonly Option[])[]): { id: string }[] {
  return lists.flat().map(({ value }) => ({ id: value }));
}
