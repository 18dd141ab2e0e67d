import type { TargetField } from "@guildhall/contract";
import { mostOptions } from "./bounds.ts";
import { asObject, type JsonObject } from "./json-files.ts";

type Value = Pick<TargetField, "type" | "options" | "limits">;

/** What a schema says of a value that holds no others. */
export function valueOfSchema(schema: JsonObject): Value {
  const options = optionsOf(schema);
  const limits = limitsOf(schema);
  return {
    type: typeOf(schema),
    ...(options.length > 0 && { options }),
    ...(Object.keys(limits).length > 0 && { limits }),
  };
}

/** The types of JSON that a value may be, but for none at all. */
export function typesOf({ type }: JsonObject): readonly unknown[] {
  // There are seven of them.
  const types = Array.isArray(type) ? type.slice(0, 20) : [type];
  return types.filter((one) => one !== undefined && one !== "null");
}

function typeOf(schema: JsonObject): TargetField["type"] {
  if (isPoint(schema)) return "place";
  if (schema.contentEncoding !== undefined) return "file";
  const [type, ...others] = typesOf(schema);
  if (others.length > 0) return [type, ...others].every(isNumeric) ? "number" : "any";
  if (type === undefined) return typeOfListed(schema);
  return (
    (type === "string" ? formats[String(schema.format)] : types[String(type)]) ?? plainOf(type)
  );
}

function plainOf(type: unknown): TargetField["type"] {
  return type === "string" ? "text" : "any";
}

function isNumeric(type: unknown): boolean {
  return type === "integer" || type === "number";
}

/** Where no type is said, the values are of one kind or of any. */
function typeOfListed({ enum: listed, const: fixed }: JsonObject): TargetField["type"] {
  const given = [listed, fixed].filter((one) => one !== undefined && one !== null);
  const isText = (one: unknown) =>
    Array.isArray(one) ? once(textsOnce, one, areTexts) : isString(one);
  return given.length > 0 && given.every(isText) ? "text" : "any";
}

function areTexts(values: readonly unknown[]): boolean {
  const given = values.filter((one) => one !== null);
  return given.length > 0 && given.every(isString);
}

function isString(value: unknown): boolean {
  return typeof value === "string";
}

/** A point of GeoJSON is one value, which a mapping makes as a whole. */
export function isPoint({ properties }: JsonObject): boolean {
  const { coordinates, type } = asObject(properties);
  const { const: fixed, enum: listed } = asObject(type);
  const isPossible = Array.isArray(listed) && listed.slice(0, 20).includes("Point");
  return coordinates !== undefined && (fixed === "Point" || listed === "Point" || isPossible);
}

const formats: Readonly<Record<string, TargetField["type"] | undefined>> = {
  date: "date",
  "date-time": "date-time",
  time: "time",
  binary: "file",
  byte: "file",
};

const types: Readonly<Record<string, TargetField["type"] | undefined>> = {
  integer: "integer",
  number: "number",
  boolean: "boolean",
  array: "list",
  object: "group",
};

type Options = NonNullable<TargetField["options"]>;

function optionsOf({ oneOf, anyOf, enum: listed, const: fixed }: JsonObject): Options {
  const alternatives: unknown = [oneOf, anyOf].find(Array.isArray);
  const said = Array.isArray(alternatives) ? once(saidOnce, alternatives, optionsSaid) : [];
  if (said.length > 0) return said;
  if (!Array.isArray(listed)) return optionsListed([listed, fixed].flat());
  const options = once(listedOnce, listed, optionsListed);
  return fixed === undefined ? options : [...options, ...optionsListed([fixed].flat())];
}

/** Thousands of fields may have one list of values: it is read once, and theirs is the same. */
const saidOnce = new WeakMap<readonly unknown[], Options>();
const listedOnce = new WeakMap<readonly unknown[], Options>();
const textsOnce = new WeakMap<readonly unknown[], boolean>();

function once<T>(
  known: WeakMap<readonly unknown[], T>,
  values: readonly unknown[],
  read: (values: readonly unknown[]) => T,
): T {
  const value = known.get(values) ?? read(values);
  known.set(values, value);
  return value;
}

/** Alternatives that have a value each. */
function optionsSaid(alternatives: readonly unknown[]): Options {
  const isAll = alternatives.every((one) => asObject(one).const !== undefined);
  return isAll
    ? firstOf(alternatives, (one) => {
        const { const: code, title, description } = asObject(one);
        return optionOf(code, title ?? description);
      })
    : [];
}

function optionsListed(values: readonly unknown[]): Options {
  return firstOf(values, (code) => optionOf(code));
}

/** One more than a field has in the end, so that it is known that there are more. */
function firstOf(values: readonly unknown[], read: (value: unknown) => Options): Options {
  const options: Options = [];
  for (const value of values) {
    options.push(...read(value));
    if (options.length > mostOptions) break;
  }
  return options;
}

function optionOf(code: unknown, text?: unknown): Options {
  const isPlain = typeof code === "string" || typeof code === "number" || typeof code === "boolean";
  const written = isPlain ? String(code) : "";
  if (written === "" || written.length > 80) return [];
  return [{ code: written, text: typeof text === "string" && text ? text.slice(0, 200) : written }];
}

function limitsOf(schema: JsonObject): NonNullable<TargetField["limits"]> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, pattern } = schema;
  const step = typesOf(schema).includes("integer") ? 1 : 0;
  const limits = {
    minLength: count(schema.minLength),
    maxLength: count(schema.maxLength),
    min: bound(minimum, exclusiveMinimum, step),
    max: bound(maximum, exclusiveMaximum, -step),
    pattern: typeof pattern === "string" && pattern.length <= 1000 ? pattern : undefined,
  };
  return Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined));
}

function count(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? (value as number) : undefined; // A safe integer is a number.
}

/** Until 2019 an exclusive bound was said by `true` beside the bound. */
function bound(plain: unknown, exclusive: unknown, step: number): number | undefined {
  if (typeof exclusive === "number") return exclusive + step;
  if (typeof plain !== "number") return undefined;
  return exclusive === true ? plain + step : plain;
}
