import { afterLast } from "./message.ts";
import { anyOf, many } from "./words.ts";

/** Say which limit of a simple type a value does not keep. */
export function sentenceOfFacet(facet: string, words: string, name: string): string {
  const said = Object.hasOwn(facets, facet) ? facets[facet]?.(words) : undefined;
  return said ? `${name} ${said}` : `${name} is not as the schema asks.`;
}

/** A reader learns little from a longer one. */
const longestPattern = 160;

const facets: Readonly<Record<string, (words: string) => string | undefined>> = {
  pattern: sayPattern,
  enumeration: sayEnumeration,
  length: (words) => sayLimit(words, " allowed length of '", (limit) => `needs ${limit} exactly.`),
  minLength: (words) => {
    const limit = afterLast(words, " minimum length of '", "'");
    return limit === "1" ? "is empty." : `is too short: it needs ${characters(limit)} at least.`;
  },
  maxLength: (words) =>
    sayLimit(
      words,
      " maximum length of '",
      (limit) => `is too long: it may have ${limit} at most.`,
    ),
  minInclusive: (words) => say(words, "('", (limit) => `has to be ${limit} or more.`),
  maxInclusive: (words) => say(words, "('", (limit) => `has to be ${limit} or less.`),
  minExclusive: (words) => say(words, " than '", (limit) => `has to be more than ${limit}.`),
  maxExclusive: (words) => say(words, " than '", (limit) => `has to be less than ${limit}.`),
  totalDigits: (words) => say(words, "('", (limit) => `may have ${many(limit, "digit")} at most.`),
  fractionDigits: (words) =>
    say(words, "('", (limit) => `may have ${many(limit, "digit")} after the point at most.`),
};

function sayPattern(words: string): string {
  const pattern = afterLast(words, " is not accepted by the pattern '", "'");
  const allowed = /^\[((?:[^\]\\]|\\.)+)\][*+]$/s.exec(pattern)?.[1];
  if (allowed) return `has a character that is not among those allowed: ${unescaped(allowed)}`;
  if (pattern.length > longestPattern) return "is not written in the form that is asked for.";
  return `is not written in the form that is asked for: ${pattern}`;
}

function sayEnumeration(words: string): string {
  const values = afterLast(words, " is not an element of the set {'", "'}").split("', '");
  return `is not one of the values allowed: ${anyOf(values)}.`;
}

function sayLimit(words: string, marker: string, toWords: (limit: string) => string) {
  return say(words, marker, (limit) => toWords(characters(limit)));
}

function say(words: string, marker: string, toWords: (limit: string) => string) {
  const limit = afterLast(words, marker, "'");
  return limit ? toWords(limit) : undefined;
}

function characters(limit: string): string {
  return many(limit, "character");
}

/** A set of characters as a person would write it. */
function unescaped(set: string): string {
  return set.replace(/\\(.)/gs, (_, character) => (character === "s" ? " " : character));
}
