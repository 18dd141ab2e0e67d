import type { Mask } from "./mask.ts";
import { plain } from "./plain.ts";

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
    Object.entries(value).map(([key, item]) => [maskedKey(key, mask), maskedValue(item, mask)]),
  );
}

const aName = /^[A-Za-z_$@#][\w$.:[\]-]*$/;

/** A vendor says what is wrong by keys too, some of which are what it was given. */
function maskedKey(key: string, mask: Mask): string {
  return aName.test(key) && !/\d{5}/.test(key) ? key : mask(plain(key));
}

function maskedNumber(value: number, mask: Mask): unknown {
  const shown = mask(String(value));
  return shown === String(value) ? value : shown;
}

/** Tags, and what begins and ends a text that is no element's. */
const markup = /(<[/?]?[A-Za-z_][^<>]*>|<!\[CDATA\[|\]\]>|<!--|-->)/;
const aTag = /^(<[/?]?[\w.:-]+)([^<>]*)$/;
const anAttribute = /([^\s=/?]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?/g;

/** XML and HTML, what was cut off, and anything else. */
function maskedText(text: string, mask: Mask): string {
  const hide = (part: string) => mask(plain(part));
  // What stands in angle brackets elsewhere is no tag.
  if (!/^\s*</.test(text)) return hide(text);
  return text
    .split(markup)
    .map((part, place) => (place % 2 === 1 ? maskedTag(part, hide) : hide(part)))
    .join("");
}

/** Of an attribute without a value the name may be a word of a text. */
function maskedTag(tag: string, hide: Mask): string {
  const [, name = "", attributes = ""] = aTag.exec(tag.slice(0, -1)) ?? [];
  if (name === "") return tag;
  const shown = attributes.replace(anAttribute, (_, attribute: string, value?: string) =>
    value === undefined ? hide(attribute) : `${attribute}="${hide(unquoted(value))}"`,
  );
  return `${name}${shown}>`;
}

function unquoted(value: string): string {
  return /^["']/.test(value) ? value.slice(1, -1) : value;
}
