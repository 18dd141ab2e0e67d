import type { TargetField } from "@guildhall/contract";
import { isRecord } from "../scope.ts";

/**
 * Say why one value is not what a field takes, in sentences; nothing where it is.
 *
 * Patterns are not tried here: they come from outside, and one of them can take for ever.
 */
export function valueFaults(field: TargetField, value: unknown): string[] {
  const said = [kindFault(field, value), optionFault(field, value), limitFault(field, value)];
  return said.filter((one) => one !== undefined);
}

const wants: Partial<Record<TargetField["type"], readonly [what: string, is: RegExp]>> = {
  number: ["a number", /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/],
  integer: ["a whole number", /^-?\d+$/],
  boolean: ["true or false", /^(true|false|0|1)$/],
  date: ["a date such as 2026-05-31", /^-?\d{4,}-\d{2}-\d{2}(Z|[+-]\d{2}:\d{2})?$/],
  time: ["a time such as 09:30:00", /^\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/],
  "date-time": [
    "a date with a time such as 2026-05-31T09:30:00",
    /^-?\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/,
  ],
};

function kindFault({ title, type }: TargetField, value: unknown): string | undefined {
  const wanted = wants[type];
  if (!wanted) return undefined;
  const [what, is] = wanted;
  return isRecord(value) || !is.test(String(value)) ? `“${title}” takes ${what}.` : undefined;
}

function optionFault({ title, options = [] }: TargetField, value: unknown): string | undefined {
  if (options.length === 0 || isRecord(value)) return undefined;
  const isTaken = options.some(({ code }) => code === String(value));
  return isTaken ? undefined : `“${title}” does not take “${shortened(String(value))}”.`;
}

function limitFault({ title, limits }: TargetField, value: unknown): string | undefined {
  if (!limits || isRecord(value)) return undefined;
  return lengthFault(title, limits, String(value)) ?? sizeFault(title, limits, Number(value));
}

type Limits = NonNullable<TargetField["limits"]>;

function lengthFault(title: string, { minLength, maxLength }: Limits, text: string) {
  const length = [...text].length;
  const has = `and this has ${said(length)}`;
  if (maxLength !== undefined && length > maxLength)
    return `“${title}” takes at most ${said(maxLength)} characters, ${has}.`;
  if (minLength !== undefined && length < minLength)
    return `“${title}” takes at least ${said(minLength)} characters, ${has}.`;
  return undefined;
}

function sizeFault(title: string, { min, max }: Limits, value: number) {
  if (max !== undefined && value > max) return `“${title}” takes at most ${said(max)}.`;
  if (min !== undefined && value < min) return `“${title}” takes at least ${said(min)}.`;
  return undefined;
}

function said(count: number): string {
  return count.toLocaleString("en-GB");
}

function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 80)}…` : value;
}
