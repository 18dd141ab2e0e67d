import { asList, asObject, asText, type Json, type JsonObject } from "./json.ts";
import { referredTo } from "./operations.ts";

/** A field of an object, or of an object in it. */
export interface Field {
  /** With the fields it lies in: `charge.amount`, `data[].id`. */
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonObject;
}

/** The fields that a schema names, those of objects in it after them; what is referred to is not entered. */
export function fieldsOf(schema: JsonObject, within = ""): Field[] {
  const required = asList(schema.required);
  return Object.entries(asObject(schema.properties)).flatMap(([name, value]) => {
    const field = { name: `${within}${name}`, required: required.includes(name) };
    const own = asObject(value);
    const { inner, mark } = innerOf(own);
    return [{ ...field, schema: own }, ...fieldsOf(inner, `${field.name}${mark}`)];
  });
}

function innerOf(schema: JsonObject): { inner: JsonObject; mark: string } {
  const items = asObject(schema.items);
  if (items.properties !== undefined) return { inner: items, mark: "[]." };
  return { inner: schema, mark: "." };
}

/** What a value is, in words; a named schema stands in braces: `list of {Process}`. */
export function typeOf(schema: JsonObject): string {
  const name = referredTo(schema);
  if (name !== undefined) return `{${name}}`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return `one of ${asList(schema.enum).map(shown).join(", ")}`;
  const choices = [schema.oneOf, schema.anyOf].map(asList).find((list) => list.length > 0);
  if (choices) return [...new Set(choices.map((one) => typeOf(asObject(one))))].join(" or ");
  const all = asList(schema.allOf);
  if (all.length > 0) return all.map((one) => typeOf(asObject(one))).join(" and ");
  return [schema.type]
    .flat()
    .map((type) => plainType(asText(type), schema))
    .join(" or ");
}

const words: Readonly<Record<string, string>> = {
  integer: "whole number",
  boolean: "true or false",
  number: "number",
  null: "null",
};

function plainType(type: string, schema: JsonObject): string {
  if (type === "array") return `list of ${typeOf(asObject(schema.items))}`;
  if (type === "object") return objectType(schema);
  if (type === "string") return stringTypes[asText(schema.format)] ?? "text";
  return words[type] ?? "any value";
}

const stringTypes: Readonly<Record<string, string>> = {
  "date-time": "date and time",
  date: "date",
  uri: "web address",
  email: "email address",
  binary: "file",
};

function objectType({ properties, additionalProperties }: JsonObject): string {
  const values = asObject(additionalProperties);
  if (properties !== undefined || Object.keys(values).length === 0) return "object";
  return `object of ${typeOf(values)} by name`;
}

function shown(value: Json): string {
  return JSON.stringify(value);
}

/** The bounds of a value, each a few words. */
export function boundsOf(schema: JsonObject): string[] {
  const said = (name: string, words: (value: string) => string) =>
    schema[name] === undefined ? [] : [words(String(schema[name]))];
  return [
    ...said("minimum", (value) => `at least ${value}`),
    ...said("exclusiveMinimum", (value) => `more than ${value}`),
    ...said("maximum", (value) => `at most ${value}`),
    ...said("exclusiveMaximum", (value) => `less than ${value}`),
    ...said("minLength", (value) => `at least ${value} characters`),
    ...said("maxLength", (value) => `at most ${value} characters`),
    ...said("minItems", (value) => `at least ${value} in the list`),
    ...said("maxItems", (value) => `at most ${value} in the list`),
    ...(schema.default === undefined ? [] : [`${shown(schema.default)} where left out`]),
  ];
}
