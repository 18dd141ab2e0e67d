import { isCleanText } from "@guildhall/contract";
import { type Check, refuse, type Sheet } from "../sheet.ts";

/** The longest name of a person, in code points. */
export const maxName = 120;

const lineBreak = /[\r\n\u0085\u2028\u2029]/;

/** Check words of at most `max` code points on one line; a line break could end a mail header early. */
export function lineCheck(max: number): Check {
  const words = wordsCheck(max);
  return (value, pointer, sheet) =>
    typeof value === "string" && lineBreak.test(value)
      ? refuse(sheet, pointer, "invalid-text")
      : words(value, pointer, sheet);
}

/** Check words of at most `max` code points, line breaks and all; kept in NFC. */
export function wordsCheck(max: number): Check {
  return (value, pointer, sheet) => wordsOf(value, max, { pointer, sheet });
}

/** Read clean words in NFC, or write the fault. */
export function wordsOf(
  value: unknown,
  max: number,
  { pointer, sheet }: { pointer: string; sheet: Sheet },
): string | undefined {
  if (typeof value !== "string") return refuse(sheet, pointer, "invalid");
  // Composing shortens a text at most fourfold, so one as long as this is never normalised.
  if (value.length > max * 8) return refuse(sheet, pointer, "too-long");
  if (!isCleanText(value)) return refuse(sheet, pointer, "invalid-text");
  const words = value.normalize("NFC");
  return isLongerThan(words, max) ? refuse(sheet, pointer, "too-long") : words;
}

function isLongerThan(text: string, max: number): boolean {
  if (text.length <= max) return false;
  let length = 0;
  for (const _ of text) length += 1;
  return length > max;
}
