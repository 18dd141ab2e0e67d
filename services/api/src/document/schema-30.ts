import {
  asList,
  asObject,
  isObject,
  type Json,
  type JsonObject,
  mapValues,
  without,
} from "./json.ts";

/**
 * Say a JSON Schema of 2020-12 in the words that OpenAPI 3.0 has.
 *
 * Where 3.0 has none, less is demanded than before, never more: what the API answers stays as the document says.
 */
export function toSchema30(schema: Json | undefined): JsonObject {
  if (schema === false) return { not: {} };
  if (!isObject(schema)) return {};
  const { $ref, ...beside } = schema;
  if ($ref === undefined)
    return changes.reduce((part, change) => change(part), inside(known(schema)));
  if (Object.keys(beside).length === 0) return { $ref };
  return { ...toSchema30(beside), allOf: [{ $ref }] };
}

type Change = (schema: JsonObject) => JsonObject;

/** Words of 2020-12 that 3.0 does not know and nothing stands for. */
const unknown = [
  "$schema",
  "$id",
  "$comment",
  "$defs",
  "propertyNames",
  "patternProperties",
  "unevaluatedProperties",
  "dependentRequired",
  "contentMediaType",
  "contentEncoding",
];

function known(schema: JsonObject): JsonObject {
  const format = schema.contentEncoding === "base64" ? { format: "byte" } : {};
  return { ...without(schema, ...unknown), ...format };
}

/** The schemas in a schema. */
function inside(schema: JsonObject): JsonObject {
  return mapValues(schema, (value, name) => {
    if (name === "properties") return mapValues(asObject(value), toSchema30);
    if (name === "items" || name === "not") return toSchema30(value);
    if (name === "additionalProperties" && typeof value !== "boolean") return toSchema30(value);
    if (["anyOf", "oneOf", "allOf", "prefixItems"].includes(name))
      return asList(value).map(toSchema30);
    return value;
  });
}

/** Null and nothing else: 3.0 has no type for it, but lets one be null. */
const onlyNull: JsonObject = { type: "object", nullable: true, enum: [null] };

const nullAlone: Change = (schema) => (schema.type === "null" ? onlyNull : schema);

/** A single type beside null is nullable itself. */
const nullAmongChoices: Change = (schema) => {
  const name = ["anyOf", "oneOf"].find((one) => asList(schema[one]).some(isOnlyNull));
  if (name === undefined) return schema;
  const others = asList(schema[name]).filter((one) => !isOnlyNull(one));
  const [only] = others;
  if (others.length !== 1 || !isObject(only) || only.type === undefined) return schema;
  return { ...without(schema, name), ...nullable(only) };
};

function isOnlyNull(schema: Json): boolean {
  return JSON.stringify(schema) === JSON.stringify(onlyNull);
}

function nullable(schema: JsonObject): JsonObject {
  const values = schema.enum === undefined ? {} : { enum: [...asList(schema.enum), null] };
  return { ...schema, ...values, nullable: true };
}

const severalTypes: Change = (schema) => {
  if (!Array.isArray(schema.type)) return schema;
  const types = asList(schema.type).filter((one) => one !== "null");
  const mayBeNull = types.length < schema.type.length;
  const [type] = types;
  if (types.length === 1) return { ...schema, type, ...(mayBeNull ? { nullable: true } : {}) };
  const choices = types.map((one) => ({ type: one }));
  return { ...without(schema, "type"), anyOf: mayBeNull ? [...choices, onlyNull] : choices };
};

const constant: Change = (schema) =>
  schema.const === undefined ? schema : { ...without(schema, "const"), enum: [schema.const] };

/** What may lie in a list, in whatever order. */
const tuple: Change = (schema) =>
  schema.prefixItems === undefined
    ? schema
    : { ...without(schema, "prefixItems"), items: { anyOf: schema.prefixItems } };

/** A list says what is in it, which it need not in 3.1. */
const list: Change = (schema) =>
  schema.type === "array" && schema.items === undefined ? { ...schema, items: {} } : schema;

const example: Change = (schema) =>
  schema.examples === undefined
    ? schema
    : { ...without(schema, "examples"), example: asList(schema.examples)[0] };

const bound =
  (exclusive: string, inclusive: string): Change =>
  (schema) =>
    typeof schema[exclusive] === "number"
      ? { ...schema, [inclusive]: schema[exclusive], [exclusive]: true }
      : schema;

const changes: readonly Change[] = [
  nullAlone,
  nullAmongChoices,
  severalTypes,
  constant,
  tuple,
  list,
  example,
  bound("exclusiveMinimum", "minimum"),
  bound("exclusiveMaximum", "maximum"),
];
