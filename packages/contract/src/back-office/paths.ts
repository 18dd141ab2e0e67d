import { z } from "zod";

/** One step of a JSON path: a member, an item by its place, or every item. */
export type JsonStep =
  | { readonly name: string }
  | { readonly at: number }
  | { readonly every: true };

const jsonStep = /\.([A-Za-z_@][\w@:-]*)|\['([^'\\]{1,80})'\]|\[(\d{1,4})\]|\[(\*)\]/y;

/**
 * Read a JSON path of the small kind that is allowed here: `$`, `.name`, `['any name']`, `[0]` and `[*]`.
 *
 * There are no filters and no descents, so reading with one costs no more than the document is long.
 * Undefined where it is not such a path.
 */
export function jsonSteps(path: string): readonly JsonStep[] | undefined {
  if (!path.startsWith("$") || path.length > 200) return undefined;
  const steps: JsonStep[] = [];
  jsonStep.lastIndex = 1;
  while (jsonStep.lastIndex < path.length) {
    const found = jsonStep.exec(path);
    if (!found) return undefined;
    steps.push(toStep(found));
  }
  return steps;
}

function toStep([, dotted, quoted, at]: RegExpExecArray): JsonStep {
  const name = dotted ?? quoted;
  if (name !== undefined) return { name };
  return at === undefined ? { every: true } : { at: Number(at) };
}

const name = String.raw`(?:[A-Za-z_][\w.-]*:)?(?:[A-Za-z_][\w.-]*|\*)`;
const attribute = `@(?:[A-Za-z_][\\w.-]*:)?[A-Za-z_][\\w.-]*`;
const text = `'[^'"\\n]*'|"[^'"\\n]*"`;
const predicate = `\\[(?:\\d{1,4}|last\\(\\)|(?:${attribute}|${name}(?:/${name})*(?:/${attribute})?)=(?:${text}))\\]`;
const step = `${name}(?:${predicate}){0,3}`;
const end = `${attribute}|text\\(\\)`;
const steps = `${step}(?:/${step}){0,19}(?:/(?:${end}))?`;
// Up only from where reading begins: from each of many places at once it takes as long as their number squared.
const up = `(?:\\./)?\\.\\.(?:/\\.\\.){0,4}(?:/${steps})?`;
const xpath = new RegExp(`^(?:\\.|${up}|(?:\\.?//|\\./|/)?(?:${steps}|${end}))$`);

/**
 * Tell whether this is an XPath of the kind that is allowed here: names, attributes, places, and a child or an
 * attribute that equals a text, with one search through the document at its beginning at most. It has no other
 * functions, so that no path takes longer than its document is long.
 */
export function isPlainXPath(path: string): boolean {
  return path.length <= 200 && !path.startsWith("$") && xpath.test(path);
}

/** The prefixes of namespaces that an XPath stands on. */
export function prefixesIn(path: string): readonly string[] {
  const code = path.replace(/'[^']*'|"[^"]*"/g, "''");
  return [...code.matchAll(/([A-Za-z_][\w.-]*):/g)].map(([, prefix = ""]) => prefix);
}

/**
 * Where something is in an answer: a JSON path, which begins with `$`, or an XPath. In an XPath a name without a
 * prefix counts in every namespace, and one that does not begin with a stroke is looked for at any depth.
 */
export const AnswerPath = z
  .string()
  .max(200)
  .refine(
    (path) => (path.startsWith("$") ? jsonSteps(path) !== undefined : isPlainXPath(path)),
    "This is neither a JSON path such as “$.cases[0].id” nor an XPath such as “Reply/Reference”.",
  );

/**
 * Tell whether a pattern can be tried on any text in a time that does not grow out of hand: no group is repeated,
 * nothing refers back or looks around, and two repeats without end at most.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > 200 || !compiles(pattern)) return false;
  const bare = pattern.replace(/\\[^1-9k]/g, "a").replace(/\[\^?\]?[^\]]*\]/g, "a");
  if (/\\|\((?!\?:|[^?])|\)(?:[*+?]|\{)|\{\d+,\d+\}/.test(bare)) return false;
  const endless = bare.match(/[*+]|\{\d+,\}/g) ?? [];
  const optional = bare.match(/[^(*+?}]\?/g) ?? [];
  return endless.length <= 2 && optional.length <= 2;
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}

export const SafePattern = z
  .string()
  .min(1)
  .refine(
    isSafePattern,
    "This pattern cannot be used. Repeat single characters or sets only, at most two of them without end, and use no look-around and no reference back.",
  );
