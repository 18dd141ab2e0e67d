import type { TargetField } from "@guildhall/contract";
import { type Components, childOf } from "./components.ts";
import { isBuiltIn, partsOfName, type SchemaNode } from "./schema-node.ts";

/** What a value is and has to keep to. */
export type Value = Pick<TargetField, "type" | "options" | "limits">;

type Limits = NonNullable<TargetField["limits"]>;
type Option = NonNullable<TargetField["options"]>[number];

/** What an attribute of this name or a simple type in place says that the value is; text where nothing is said. */
export function valueIn(components: Components, node: SchemaNode, from = "type"): Value {
  return (
    valueOfType(components, node.attributes.get(from), node) ??
    valueOfSimple(components, childOf(node, "simpleType"), deepest) ?? { type: "text" }
  );
}

/** A chain of types that is longer leads nowhere. */
const deepest = 50;

/** The value of a named type; undefined where nothing is named, or a complex type without a value. */
export function valueOfType(
  components: Components,
  name: string | undefined,
  from: SchemaNode,
  depth = deepest,
): Value | undefined {
  if (name === undefined || depth === 0) return undefined;
  if (isBuiltIn(name)) return { type: builtIn[partsOfName(name).local] ?? "text" };
  return valueOfSimple(components, components.follow("type", name, from), depth);
}

function valueOfSimple(
  components: Components,
  type: SchemaNode | undefined,
  depth: number,
): Value | undefined {
  if (type?.kind !== "simpleType") return undefined;
  const [made] = type.children;
  if (made?.kind === "list") return { type: "list" };
  if (made?.kind === "union") return valueOfUnion(components, made, depth - 1);
  if (made?.kind !== "restriction") return { type: "text" };
  return restricted(components, made, depth - 1);
}

/** The value of a restriction: that of its base within narrower limits. */
export function restricted(components: Components, made: SchemaNode, depth = deepest): Value {
  const base = valueOfType(components, made.attributes.get("base"), made, depth) ??
    valueOfSimple(components, childOf(made, "simpleType"), depth) ?? { type: "text" as const };
  const options = made.children.filter(({ kind }) => kind === "enumeration").flatMap(toOption);
  const limits = { ...base.limits, ...limitsOf(made, base.type) };
  return {
    type: base.type,
    ...(options.length > 0 ? { options } : base.options && { options: base.options }),
    ...(Object.keys(limits).length > 0 && { limits }),
  };
}

/** A value that no list of ours can hold is left out of it. */
function toOption({ attributes, text }: SchemaNode): Option[] {
  const code = attributes.get("value") ?? "";
  return code === "" || code.length > 80 ? [] : [{ code, text: (text || code).slice(0, 200) }];
}

function valueOfUnion(components: Components, union: SchemaNode, depth: number): Value {
  const names = (union.attributes.get("memberTypes") ?? "").split(" ").filter(Boolean);
  const members = [
    ...names.map((name) => valueOfType(components, name, union, depth)),
    ...union.children.map((type) => valueOfSimple(components, type, depth)),
  ].filter((value) => value !== undefined);
  const types = new Set(members.map(({ type }) => type));
  const isListed = members.every(({ options }) => options !== undefined);
  return {
    type: (types.size === 1 && members[0]?.type) || "text",
    ...(isListed && { options: members.flatMap(({ options = [] }) => options) }),
  };
}

function limitsOf({ children }: SchemaNode, type: Value["type"]): Limits {
  const limits: Limits = {};
  const patterns: string[] = [];
  for (const { kind, attributes } of children) {
    const value = attributes.get("value") ?? "";
    if (kind === "pattern") patterns.push(value);
    else Object.assign(limits, facets[kind]?.(Number(value), type));
  }
  // The patterns of one step are alternatives; a longer one is for no person to read.
  const pattern = patterns.length > 1 ? patterns.map((one) => `(${one})`).join("|") : patterns[0];
  if (pattern !== undefined && pattern.length <= 1000) limits.pattern = pattern;
  return limits;
}

type ToLimits = (value: number, type: Value["type"]) => Limits;

const lengths: (names: readonly ("minLength" | "maxLength")[]) => ToLimits = (names) => (value) =>
  Number.isSafeInteger(value) ? Object.fromEntries(names.map((name) => [name, value])) : {};

/** A bound that is no number is that of a date, which no limit of ours says. */
const bound: (name: "min" | "max", isOpen: boolean) => ToLimits =
  (name, isOpen) => (value, type) => {
    if (!Number.isFinite(value) || (type !== "integer" && type !== "number")) return {};
    const step = isOpen && type === "integer" ? 1 : 0;
    return { [name]: name === "min" ? value + step : value - step };
  };

const facets: Readonly<Record<string, ToLimits | undefined>> = {
  length: lengths(["minLength", "maxLength"]),
  minLength: lengths(["minLength"]),
  maxLength: lengths(["maxLength"]),
  minInclusive: bound("min", false),
  maxInclusive: bound("max", false),
  minExclusive: bound("min", true),
  maxExclusive: bound("max", true),
};

const builtIn: Readonly<Record<string, Value["type"] | undefined>> = {
  anyType: "any",
  anySimpleType: "any",
  boolean: "boolean",
  date: "date",
  time: "time",
  dateTime: "date-time",
  decimal: "number",
  float: "number",
  double: "number",
  base64Binary: "file",
  hexBinary: "file",
  NMTOKENS: "list",
  IDREFS: "list",
  ...Object.fromEntries(
    `integer long int short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger
     unsignedLong unsignedInt unsignedShort unsignedByte`
      .split(/\s+/)
      .map((name) => [name, "integer" as const]),
  ),
};
