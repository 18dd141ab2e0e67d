import { commonWords } from "./common-words.ts";

export const aWord = /[\p{L}\p{M}\p{N}]+/gu;

/** Longer than any word: a file, or a token that opens something. */
const longestWord = 60;
const shortName = 40;
const shortestPart = 4;

/** The words of what was given, to be found again however they are written. */
export class Words {
  readonly #whole = new Set<string>();
  /** Beginnings and ends of words, as what is cut short or apart has them. */
  readonly #parts = new Set<string>();

  constructor(given: readonly unknown[]) {
    for (const value of given) this.#add(value);
  }

  /** Whether a word tells of what was given. */
  tell(text: string): boolean {
    const word = fold(text);
    if (word.length > longestWord) return true;
    if (this.#whole.has(word) || this.#parts.has(word)) return true;
    for (let from = 0; from + shortestPart <= word.length; from += 1) {
      for (let end = from + shortestPart; end <= word.length; end += 1)
        if (this.#whole.has(word.slice(from, end))) return true;
    }
    return false;
  }

  #add(value: unknown): void {
    if (Array.isArray(value)) for (const item of value) this.#add(item);
    else if (typeof value === "object" && value !== null) this.#add(Object.values(value));
    else if (typeof value === "string" || typeof value === "number") this.#addText(String(value));
  }

  #addText(text: string): void {
    for (const writing of writingsOf(text))
      for (const word of tellingIn(writing)) this.#addWord(word);
  }

  #addWord(word: string): void {
    this.#whole.add(word);
    for (let length = shortestPart; length < word.length; length += 1) {
      this.#parts.add(word.slice(0, length));
      this.#parts.add(word.slice(-length));
    }
  }
}

/** The words of a text that tell something, and of a short one also what they are joined. */
function tellingIn(text: string): string[] {
  const words = [...text.matchAll(aWord)].map(([word]) => fold(word));
  const isShort = text.length <= shortName;
  const says = isName(text) ? chosen : commonWords;
  const telling = words.filter((word) => word.length >= (isShort ? 2 : 3) && !says.has(word));
  if (!isShort || words.length < 2) return telling;
  // Run together, as in the name of an account.
  const joined = [words.join(""), words.toReversed().join("")];
  return [...telling, ...joined.filter((word) => word.length >= shortestPart)];
}

/** What a text may become on its way: a date gets its month by name, and letters are lost to another code page. */
function writingsOf(text: string): string[] {
  const writings = [text, monthOf(text)];
  if (/[^ -~]/.test(text)) {
    writings.push(text.normalize("NFC").replace(/[äöüø]/gi, "$&e"));
    writings.push(new TextDecoder("windows-1252").decode(Buffer.from(text, "utf8")));
  }
  return writings;
}

/** Where a name stands, a word that is common elsewhere may be somebody's: Will Field. */
function isName(text: string): boolean {
  return text.length <= shortName && text.split(/\s+/).every((word) => /^\p{Lu}/u.test(word));
}

/** What is chosen in a form, and nobody's name. */
const chosen: ReadonlySet<string> = new Set("yes no not none other unknown true false".split(" "));

const strokes: Readonly<Record<string, string>> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h" },
};
const aStroke = new RegExp(`[${Object.keys(strokes).join("")}]`, "g");

/** A word in small letters without its accents and strokes. */
function fold(word: string): string {
  const small = word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return small.replace(aStroke, (letter) => strokes[letter] ?? letter);
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
