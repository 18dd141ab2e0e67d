import type { TargetField } from "@guildhall/contract";
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
  return [type].flat().filter((one) => one !== undefined && one !== "null");
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
  const given = [listed, fixed].flat().filter((one) => one !== undefined && one !== null);
  return given.length > 0 && given.every((one) => typeof one === "string") ? "text" : "any";
}

/** A point of GeoJSON is one value, which a mapping makes as a whole. */
export function isPoint({ properties }: JsonObject): boolean {
  const { coordinates, type } = asObject(properties);
  const { const: fixed, enum: listed } = asObject(type);
  return coordinates !== undefined && [fixed, listed].flat().includes("Point");
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

function optionsOf(schema: JsonObject): NonNullable<TargetField["options"]> {
  const alternatives = [schema.oneOf, schema.anyOf].find(Array.isArray)?.map(asObject) ?? [];
  const said = alternatives.flatMap(({ const: code, title, description }) =>
    code === undefined ? [] : [{ code, text: title ?? description }],
  );
  const isAll = said.length > 0 && said.length === alternatives.length;
  const listed = [schema.enum, schema.const].flat().map((code) => ({ code, text: undefined }));
  return (isAll ? said : listed).flatMap(({ code, text }) => {
    const isPlain =
      typeof code === "string" || typeof code === "number" || typeof code === "boolean";
    const written = isPlain ? String(code) : "";
    if (written === "" || written.length > 80) return [];
    return [
      { code: written, text: typeof text === "string" && text ? text.slice(0, 200) : written },
    ];
  });
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
