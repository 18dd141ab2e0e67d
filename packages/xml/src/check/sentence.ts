import { sentenceOfFacet } from "./facet.ts";
import { sentenceOfKind } from "./kind.ts";
import { afterLast } from "./message.ts";
import { anyOf } from "./words.ts";

/**
 * Say in plain words what the validator found, of the element or attribute called `name`.
 *
 * Its own words repeat the document's values; only what comes from the schema is taken over. What is not
 * known here is said in general.
 */
export function sentenceOf(words: string, name: string, kind: string | undefined): string {
  const facet = /^\[facet '(\w+)'\] /.exec(words)?.[1];
  if (facet) return sentenceOfFacet(facet, words, name);
  if (/^'.*' is not a valid value of the /s.test(words)) {
    const type = afterLast(words, " type 'xs:", "'") || kind;
    return sentenceOfKind(type, name);
  }
  const known = sentences.find(([start]) => words.startsWith(start));
  return known?.[1](name, words) ?? `${name} is not as the schema asks.`;
}

type ToSentence = (name: string, words: string) => string;

/** By how the validator's words begin. */
const sentences: readonly (readonly [string, ToSentence])[] = [
  ["This element is not expected.", sentenceOfUnexpected],
  ["Missing child element(s).", sentenceOfMissing],
  ["The attribute '", sentenceOfAttribute],
  [
    "No matching global declaration",
    (name) => `The schema knows no document that begins with ${name}.`,
  ],
  ["No matching global element declaration", (name) => `The schema does not know ${name}.`],
  ["Character content is not allowed", (name) => `${name} has to be empty.`],
  ["Character content other than whitespace", (name) => `${name} may not hold text of its own.`],
  ["Element content is not allowed", (name) => `${name} may not hold other elements.`],
  ["The element is not 'nillable'.", (name) => `${name} may not be left without a value.`],
  [
    "The element must be empty, because",
    (name) => `${name} is said to have no value, but has one.`,
  ],
  ["The initial value '", sentenceOfFixed],
  ["The value '", sentenceOfFixed],
  ["The actual value '", sentenceOfFixed],
  ["Duplicate key-sequence", (name) => `${name} is there already, and each has to be different.`],
  ["No match found for key-sequence", (name) => `${name} refers to something that is not there.`],
  ["Not all fields of key", (name) => `${name} lacks what it is known by.`],
  ["The type definition is abstract", (name) => `${name} has to say with xsi:type what it is.`],
  [
    "The element declaration is abstract",
    (name) => `${name} is only a pattern for other elements.`,
  ],
];

function sentenceOfUnexpected(name: string, words: string): string {
  const names = expectedIn(words);
  return `${name} is not expected here${names ? `; expected: ${names}` : ""}.`;
}

function sentenceOfMissing(name: string, words: string): string {
  const names = expectedIn(words);
  return names ? `${name} is not complete: ${names} has to follow.` : `${name} is not complete.`;
}

function sentenceOfAttribute(name: string, words: string): string {
  const required = /^The attribute '([^']*)' is required but missing\./.exec(words)?.[1];
  if (required) return `${name} lacks its attribute ${localName(required)}.`;
  return `${name} is not expected here.`;
}

function sentenceOfFixed(name: string, words: string): string {
  const value = afterLast(words, " fixed value constraint '", "'");
  return value ? `${name} has to be ${value}.` : `${name} is not as the schema asks.`;
}

/** The names after "Expected is", which come from the schema. */
function expectedIn(words: string): string {
  const names = afterLast(words, "Expected is ", " )").replace(/^(?:one of )?\( /, "");
  return anyOf(names.split(", ").filter(Boolean).map(localName));
}

function localName(expanded: string): string {
  if (expanded.endsWith("*")) return "an element of another namespace";
  return expanded.replace(/^.*\}/, "");
}
