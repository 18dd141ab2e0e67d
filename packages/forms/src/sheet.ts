import { type Answers, type Fault, isCleanText } from "@guildhall/contract";

/** One answer in its stored shape. */
export type Answer = Answers[string];

/** What a check is given beside the answer, and where it writes what is wrong. */
export interface Sheet {
  /** The date in the United Kingdom, `YYYY-MM-DD`. */
  readonly today: string;
  /** The answers kept so far, which are all that a condition sees. */
  readonly answers: Answers;
  readonly faults: Fault[];
}

/** Look at one answer that is not blank: give it back as it is stored, or write faults and give nothing. */
export type Check = (value: unknown, pointer: string, sheet: Sheet) => Answer | undefined;

const maxFaults = 100;

/** Write a fault and keep nothing. A hostile submission earns no more than a hundred of them. */
export function refuse(sheet: Sheet, pointer: string, code: string, detail?: string): undefined {
  if (sheet.faults.length >= maxFaults) return;
  sheet.faults.push(detail === undefined ? { pointer, code } : { pointer, code, detail });
}

/** Write a fault for each key that is not known. */
export function refuseUnknown(
  value: object,
  known: { has(key: string): boolean },
  pointer: string,
  sheet: Sheet,
): void {
  for (const key of Object.keys(value)) {
    if (!known.has(key)) refuse(sheet, `${pointer}/${pointerPart(key)}`, "unknown-field");
  }
}

/** Tell whether there is no answer here: nothing, only white space, or an empty list. */
export function isBlank(value: unknown): boolean {
  if (typeof value === "string") return !/\S/.test(value);
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A plain value as text, and nothing of one that has parts: JSON can hold an object that no text can be made of. */
export function plainText(value: unknown): string {
  return typeof value === "object" && value !== null ? "" : String(value);
}

/** Read a key of the object itself, never one that it inherits. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A key that could not be stored is not repeated. */
function pointerPart(key: string): string {
  const short = key.slice(0, 60);
  return isCleanText(short) ? short.replaceAll("~", "~0").replaceAll("/", "~1") : "?";
}
