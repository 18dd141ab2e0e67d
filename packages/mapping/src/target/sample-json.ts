import type { TargetField } from "@guildhall/contract";
import { guessType, titleOf } from "@guildhall/xml";
import { refuseLong } from "./bounds.ts";
import { asObject, type JsonFiles } from "./json-files.ts";
import { mostFields } from "./json-schema.ts";
import { refuse } from "./refused.ts";

/** What was seen at one place of the samples. */
interface Seen {
  readonly name: string;
  readonly values: unknown[];
  repeats: boolean;
}

/**
 * List what is in some sample documents.
 *
 * A sample shows what may be there: nothing of it is known to be required, and types are guesses.
 *
 * @throws ShapeRefused
 */
export function fieldsOfSamples(files: JsonFiles): TargetField[] {
  const seen = new Map<string, Seen>();
  for (const { value } of files.parts) look([value].flat(), "", seen);
  return [...seen].map(([target, { name, values, repeats }]) => ({
    target,
    title: titleOf(name),
    type: typeOf(values),
    required: false,
    repeats,
  }));
}

function look(values: readonly unknown[], path: string, seen: Map<string, Seen>): void {
  for (const [name, value] of values.flatMap((one) => Object.entries(asObject(one)))) {
    if (name === "" || name.includes("/") || name === "__proto__") continue;
    const target = path === "" ? name : `${path}/${name}`;
    refuseLong(target);
    const known = note(seen, target, name);
    const items = [value].flat();
    if (Array.isArray(value)) known.repeats = true;
    known.values.push(...items.slice(0, 1000));
    if (!isPoint(value)) look(items, target, seen);
  }
}

function note(seen: Map<string, Seen>, target: string, name: string): Seen {
  const known = seen.get(target);
  if (known) return known;
  if (seen.size >= mostFields)
    refuse(`It has more than ${mostFields.toLocaleString("en-GB")} places.`);
  const made = { name, values: [], repeats: false };
  seen.set(target, made);
  return made;
}

function typeOf(values: readonly unknown[]): TargetField["type"] {
  const given = values.filter((value) => value !== null && value !== undefined);
  if (given.some(isPoint)) return "place";
  if (given.some((value) => typeof value === "object")) return "group";
  const [kind, ...others] = new Set(given.map((value) => typeof value));
  if (kind === undefined) return "any";
  if (others.length > 0) return "text";
  if (kind === "boolean") return "boolean";
  return kind === "number" ? numberOf(given) : textOf(given);
}

function numberOf(values: readonly unknown[]): TargetField["type"] {
  return values.every(Number.isInteger) ? "integer" : "number";
}

/** A text of digits is a text there, whatever it looks like. */
function textOf(values: readonly unknown[]): TargetField["type"] {
  const guess = guessType(values.map(String));
  return guess === "date" || guess === "date-time" || guess === "time" ? guess : "text";
}

function isPoint(value: unknown): boolean {
  const { type, coordinates } = asObject(value);
  return type === "Point" && Array.isArray(coordinates);
}
