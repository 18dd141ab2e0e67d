import { commonWords } from "./common-words.ts";

/** Shows a text without what it must not tell. */
export type Mask = (text: string) => string;

export interface MaskOptions {
  /** What a citizen or an officer gave: every word of it is masked wherever it stands. */
  readonly given: readonly unknown[];
  /** Our own references and ids, which tell nobody anything and help to find one's way. */
  readonly kept?: readonly string[];
}

const masked = "•••";
/** Longer than any word: a file, or a token that opens something. */
const longestWord = 60;
const shortName = 40;

/**
 * Make a mask for what is known of one process.
 *
 * A mapping turns answers round, cuts and joins them, and a back office answers in words of its own. So it is not the
 * answers as they were given that are looked for but each of their words, in any case and without accents, also as
 * part of another or cut short; and, whoever they are of, e-mail addresses, phone numbers, postcodes, long numbers
 * and credentials. It hides too much rather than too little.
 */
export function createMask({ given, kept = [] }: MaskOptions): Mask {
  const words = new Words(given);
  const keptParts = kept.filter((one) => one.length > 5).map(escaped);
  const split = keptParts.length > 0 ? new RegExp(`(${keptParts.join("|")})`) : undefined;
  const hide = (text: string) => words.hide(hidden(text, patterns));
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
  /[^\s"'<>@:;,]+@[^\s"'<>@]+\.[^\s"'<>@.,;]+/g,
  /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi,
  /\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/gi,
  /(?:\+|\b)\d[\d\s()./-]{7,}\d\b/g,
  /\b\d+\.\d{3,}\b/g,
  /\b\d{5,}\b/g,
];

function hidden(text: string, these: readonly RegExp[]): string {
  return these.reduce((rest, pattern) => rest.replace(pattern, masked), text);
}

const aWord = /[\p{L}\p{M}\p{N}]+/gu;

/** The words that are masked. */
class Words {
  readonly #whole = new Set<string>();
  readonly #beginnings = new Set<string>();

  constructor(given: readonly unknown[]) {
    for (const value of given) this.#add(value);
  }

  hide(text: string): string {
    return text.replace(aWord, (word) => (this.#tells(fold(word)) ? masked : word));
  }

  #add(value: unknown): void {
    if (Array.isArray(value)) for (const item of value) this.#add(item);
    else if (typeof value === "object" && value !== null) this.#add(Object.values(value));
    else if (typeof value === "string" || typeof value === "number") this.#addText(String(value));
  }

  #addText(text: string): void {
    const least = text.length <= shortName ? 2 : 3;
    const month = monthOf(text);
    for (const [word] of `${text} ${month}`.matchAll(aWord)) {
      const folded = fold(word);
      if (folded.length < least || commonWords.has(folded)) continue;
      this.#whole.add(folded);
      for (let end = 4; end < folded.length; end += 1) this.#beginnings.add(folded.slice(0, end));
    }
  }

  #tells(word: string): boolean {
    if (word.length > longestWord) return true;
    if (this.#whole.has(word) || this.#beginnings.has(word)) return true;
    for (let from = 0; from + 4 <= word.length; from += 1) {
      for (let end = from + 4; end <= word.length; end += 1)
        if (this.#whole.has(word.slice(from, end))) return true;
    }
    return false;
  }
}

/** A word in small letters without its accents. */
function fold(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

const monthName = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });
const aDate = /^\d{4}-\d{2}-\d{2}/;

/** The month of a date by name, as a document may write it. */
function monthOf(text: string): string {
  const time = aDate.test(text) ? Date.parse(text.slice(0, 10)) : Number.NaN;
  if (Number.isNaN(time)) return "";
  const name = monthName.format(time);
  return `${name} ${name.slice(0, 3)}`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
