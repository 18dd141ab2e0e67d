import { LineCounter, parseDocument } from "yaml";
import { refuse } from "./refused.ts";

/** A file as it came. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** All files together, in characters. */
const largest = 5_000_000;
/** Reading YAML takes many times as long as JSON. */
const largestYaml = 200_000;
const deepest = 200;

/**
 * Parse JSON, or YAML where it is none.
 *
 * @throws ShapeRefused with the line where it cannot be read
 */
export function parseText({ name, text }: TextFile): unknown {
  const isJson = /^\ufeff?\s*[[{"]/.test(text);
  const value = isJson ? parseJson(name, text) : parseYaml(name, text);
  if (isTooDeep(value)) refuse(`It is nested more than ${deepest} deep.`, name);
  return value;
}

/** @throws ShapeRefused */
export function refuseTooLarge(files: readonly TextFile[]): void {
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  if (size > largest) refuse("The files are larger than 5 MB together.");
  const names = files.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) refuse("Two files have this name.", twice);
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    const line = at === undefined ? undefined : text.slice(0, Number(at)).split("\n").length;
    return refuse("It is not well-formed JSON.", name, line);
  }
}

/** What repeats itself by aliases is opened no more than a few times. */
function parseYaml(name: string, text: string): unknown {
  if (text.length > largestYaml) refuse("YAML may be no larger than 200 KB; JSON may be.", name);
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const [fault] = document.errors;
  if (fault) {
    const sentence =
      fault.code === "DUPLICATE_KEY" ? "A name is there twice." : "It is neither JSON nor YAML.";
    return refuse(sentence, name, lineCounter.linePos(fault.pos[0]).line);
  }
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return refuse("It repeats itself by aliases more often than is let in.", name);
  }
}

/** Looks level by level, so that nothing of its own runs out. */
function isTooDeep(value: unknown): boolean {
  let level: readonly object[] = isHolder(value) ? [value] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((one) => Object.values(one).filter(isHolder));
  }
  return false;
}

function isHolder(value: unknown): value is object {
  return value !== null && typeof value === "object";
}
