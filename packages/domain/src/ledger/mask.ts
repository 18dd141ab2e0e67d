import { isTextInBase64 } from "./text-in-base64.ts";
import { aWord, Words } from "./words.ts";

/** Shows a text without what it must not tell. */
export type Mask = (text: string) => string;

export interface MaskOptions {
  /** What a citizen or an officer gave: every word of it is masked wherever it stands. */
  readonly given: readonly unknown[];
  /** Our own references and ids, which tell nobody anything and help to find one's way. */
  readonly kept?: readonly string[];
}

const masked = "•••";

/**
 * Make a mask for what is known of one process.
 *
 * A mapping turns answers round, cuts and joins them, and a back office answers in words of its own. So it is not the
 * answers as they were given that are looked for but each of their words, in any case and without accents, also as
 * part of another, cut short or joined; and, whoever they are of, e-mail addresses, phone numbers, postcodes, long numbers
 * and credentials. It hides too much rather than too little.
 */
export function createMask({ given, kept = [] }: MaskOptions): Mask {
  const words = new Words(given);
  const keptParts = kept.filter((one) => one.length > 5).map(escaped);
  const split = keptParts.length > 0 ? new RegExp(`(${keptParts.join("|")})`) : undefined;
  const hide = (text: string) =>
    hidden(text, patterns)
      .replace(/[\w+/-]{12,}={0,2}/g, (run) => (isTextInBase64(run) ? masked : run))
      .replace(aWord, (word) => (words.tell(word) ? masked : word));
  return (text) => {
    if (!split) return hide(text);
    // Every other part is one that the expression has caught: it is kept.
    return text
      .split(split)
      .map((part, place) => (place % 2 === 1 ? part : hide(part)))
      .join("");
  };
}

/** What opens something, whoever reads. */
const credentials: readonly RegExp[] = [
  /\beyJ[\w-]{5,}(?:\.[\w-]+){0,4}/g,
  /\b(?:Bearer|Basic)\s+[\w.~+/=-]+/gi,
];

/** Show a text as it is, but for credentials. */
export function withoutCredentials(text: string): string {
  return hidden(text, credentials);
}

const patterns: readonly RegExp[] = [
  ...credentials,
  // Bounded, lest a file written as one word be looked through anew from each of its letters.
  /[^\s"'<>@:;,]{1,64}@[^\s"'<>@]{1,255}\.[^\s"'<>@.,;]+/g,
  /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi,
  /\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/gi,
  /(?:\+|\b)\d[\d\s()./-]{7,}\d\b/g,
  /\b[A-Z]{2}\d{2}\s?[A-Z]{3}\b/gi,
  /\b\d+\.\d{3,}\b/g,
  /\b\d{1,3}(?:,\d{3})+(?:\.\d+)?\b/g,
  /\b\d{5,}\b/g,
];

function hidden(text: string, these: readonly RegExp[]): string {
  return these.reduce((rest, pattern) => rest.replace(pattern, masked), text);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
