import { z } from "zod";

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/**
 * Tell whether a text can be stored, written to XML and read back unchanged.
 *
 * A lone surrogate would abort the database library, and U+0000 would cut the text there.
 */
export function isCleanText(value: string): boolean {
  return value.isWellFormed() && !forbidden.test(value);
}

/** A text of at most `max` code points, normalised to NFC; ill-formed text is refused as `invalid-text`. */
export function text(max: number, min = 0) {
  return z
    .string()
    .refine(isCleanText, { error: "invalid-text", abort: true })
    .transform((value) => value.normalize("NFC"))
    .pipe(
      z
        .string()
        .refine((value) => value.length >= min && lengthOf(value) >= min, "too-short")
        .refine((value) => value.length <= max || lengthOf(value) <= max, "too-long"),
    );
}

/** Any JSON whose every text and key is clean, at most 12 levels deep. */
export const CleanJson = z
  .unknown()
  .refine((value) => isCleanJson(value, 12), { error: "invalid-text" });

/** JSON that this platform made itself. Said as anything, since a description of what nests in itself has no end. */
export const MadeJson = z.unknown() as z.ZodType as z.ZodType<z.core.util.JSONType>;

/** Tell whether every text and every key of a JSON value is clean and it is no deeper than `depth`. */
export function isCleanJson(value: unknown, depth: number): boolean {
  if (typeof value === "string") return isCleanText(value);
  if (value === null || typeof value !== "object") return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isCleanJson(item, depth - 1));
  return Object.entries(value).every(
    ([key, item]) => key !== "__proto__" && isCleanText(key) && isCleanJson(item, depth - 1),
  );
}

function lengthOf(value: string): number {
  let length = 0;
  for (const _ of value) length += 1;
  return length;
}
