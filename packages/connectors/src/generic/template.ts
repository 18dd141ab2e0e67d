import { xmlParts } from "@guildhall/contract";
import { NotAccepted } from "../not-accepted.ts";

export type Fact = string | number | boolean | undefined;
/** What the names of a template stand for in one request. */
export type Facts = Readonly<Record<string, Fact>>;
type Json = null | string | number | boolean | Json[] | { [name: string]: Json };

const name = /\{([^{}]*)\}/g;

/** Write plain text: for a place that encodes the whole of it afterwards. */
export function writeText(template: string, facts: Facts): string {
  return template.replace(name, (_, found: string) => textOf(facts[found]));
}

/** Write a text, or nothing where it is one name alone that stands for nothing. */
export function writeOptional(template: string, facts: Facts): string | undefined {
  const alone = /^\{([^{}]*)\}$/.exec(template)?.[1];
  return alone !== undefined && facts[alone] === undefined ? undefined : writeText(template, facts);
}

/**
 * Write a path, each value as a part of one segment.
 *
 * A segment that a value makes empty, or a step up, would lead to another thing than was meant: it is refused, for
 * URL parsers take `%2e%2e` for a step as well.
 *
 * @throws NotAccepted
 */
export function writePath(template: string, facts: Facts): string {
  const segments = template
    .replace(/^\//, "")
    .split("/")
    .map((segment) => ({
      hasName: segment.includes("{"),
      written: segment.replace(name, (_, found: string) => encoded(textOf(facts[found]))),
    }));
  const isAstray = segments.some(
    ({ hasName, written }) => hasName && /^(?:\.|%2e){0,2}$/i.test(written),
  );
  if (isAstray) throw new NotAccepted({ outcome: "refused", code: "address-invalid" });
  return segments.map(({ written }) => written).join("/");
}

/** Write a header, in which everything but visible ASCII is percent-encoded: no value ends a line. */
export function writeHeader(template: string, facts: Facts): string {
  return template.replace(name, (_, found: string) =>
    textOf(facts[found]).replace(/[^\x20-\x7e]+/g, encoded),
  );
}

/** Write XML, each value escaped for the text or the attribute that it stands in; `document` goes in as it is. */
export function writeXml(template: string, facts: Facts): string {
  const parts = xmlParts(template) ?? [];
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      const value = textOf(facts[part.name]);
      if (part.in === "text" && part.name === "document") return bare(textOf(facts.document));
      if (part.in === "text" && part.name === "document.inner")
        return innerOf(textOf(facts.document));
      return part.in === "text" ? escapeText(value) : escapeAttribute(value);
    })
    .join("");
}

/** A document within another has no declaration. */
function bare(document: string): string {
  return document.replace(/^\s*(?:<\?xml[^>]*\?>\s*)?/, "");
}

/** What stands within the root of a document that our mapping wrote. */
function innerOf(document: string): string {
  const found =
    /^<[^\s<>/]+(?:\s+[^\s=<>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*>([\s\S]*)<\/[^<>]+>\s*$/.exec(
      bare(document),
    );
  return found?.[1] ?? "";
}

/** Write JSON: a text that is one name alone becomes the value itself, and its member is left out where there is none. */
export function writeJson(template: unknown, facts: Facts): string {
  return JSON.stringify(fill(template as Json, facts)); // Settings are JSON.
}

/** Write a form as browsers encode it. */
export function writeForm(fields: Readonly<Record<string, string>>, facts: Facts): string {
  return new URLSearchParams(pairs(fields, facts).map(([key, value]) => [key, value])).toString();
}

/** Names and values; one that comes to nothing is left out. */
export function pairs(
  fields: Readonly<Record<string, string>>,
  facts: Facts,
): (readonly [string, string])[] {
  return Object.entries(fields).flatMap(([key, template]) => {
    const value = writeOptional(template, facts);
    return value === undefined ? [] : [[key, value.toWellFormed()] as const];
  });
}

/** Escape for an XML text; a character that XML cannot hold becomes a mark. */
export function escapeText(value: string): string {
  return holdable(value).replace(/[&<>\r]/g, (character) => references[character] ?? character);
}

export function escapeAttribute(value: string): string {
  return holdable(value).replace(
    /[&<>"'\t\n\r]/g,
    (character) => references[character] ?? character,
  );
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold.
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function holdable(value: string): string {
  return value.toWellFormed().replace(notInXml, "\ufffd");
}

function fill(value: Json, facts: Facts): Json | undefined {
  if (typeof value === "string") return fillText(value, facts);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => fill(item, facts) ?? null);
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const filled = fill(inner, facts);
    return filled === undefined ? [] : [[key, filled] as const];
  });
  return Object.fromEntries(entries);
}

function fillText(text: string, facts: Facts): Json | undefined {
  const alone = /^\{([^{}]*)\}$/.exec(text)?.[1];
  if (alone === undefined) return writeText(text, facts);
  const value = facts[alone];
  return alone === "document" ? parsed(value) : value;
}

/** @throws NotAccepted where the mapped document is no JSON */
function parsed(document: Fact): Json {
  try {
    return JSON.parse(textOf(document));
  } catch {
    throw new NotAccepted({ outcome: "refused", code: "document-invalid" });
  }
}

function textOf(value: Fact): string {
  return value === undefined ? "" : String(value);
}

function encoded(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}
