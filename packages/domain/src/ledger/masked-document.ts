import type { Mask } from "./mask.ts";

/** What is shown of a document at most: more than a person reads. */
const longest = 64_000;

/**
 * Show a document or an answer so that its form can be read and what it tells of a person cannot.
 *
 * Only values are masked: the names of elements and keys are the council's and its vendor's.
 */
export function maskedDocument(text: string, mask: Mask): string {
  const shown = cut(text);
  return maskedJson(shown, mask) ?? maskedText(shown, mask);
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}…`;
}

function maskedJson(text: string, mask: Mask): string | undefined {
  try {
    return JSON.stringify(maskedValue(JSON.parse(text), mask), null, 2);
  } catch {
    return undefined;
  }
}

function maskedValue(value: unknown, mask: Mask): unknown {
  if (typeof value === "string") return mask(plain(value));
  if (typeof value === "number") return maskedNumber(value, mask);
  if (Array.isArray(value)) return value.map((item) => maskedValue(item, mask));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, maskedValue(item, mask)]),
  );
}

function maskedNumber(value: number, mask: Mask): unknown {
  const shown = mask(String(value));
  return shown === String(value) ? value : shown;
}

const aTag = /(<[^<>]*>)/;
const anAttribute = /=("[^"]*"|'[^']*')/g;

/** XML and HTML, what was cut off, and anything else. */
function maskedText(text: string, mask: Mask): string {
  const hide = (part: string) => mask(plain(part));
  return text
    .split(aTag)
    .map((part, place) =>
      place % 2 === 1
        ? part.replace(anAttribute, (_, value: string) => `="${hide(value.slice(1, -1))}"`)
        : hide(part),
    )
    .join("");
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** A text without escapes, behind which a word would not be found. */
function plain(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]/g, " ")
    .replace(/&#(x[0-9a-f]+|\d+);/gi, (whole, code: string) => character(code) ?? whole)
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? "")
    .replace(/%[0-9a-f]{2}(?:%[0-9a-f]{2})*/gi, decoded)
    .toWellFormed();
}

function character(code: string): string | undefined {
  const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
