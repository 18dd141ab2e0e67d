import { z } from "zod";
import type { Designs } from "./designs.ts";
import { AlloyError } from "./errors.ts";
import type { Item } from "./item.ts";

/** One node of a query's tree. */
export interface Node {
  type: string;
  properties?: Record<string, z.core.util.JSONType> | undefined;
  children?: Node[] | undefined;
}
export const Node: z.ZodType<Node> = z.object({
  type: z.string(),
  properties: z.record(z.string(), z.json()).optional(),
  get children() {
    return z.array(Node).max(100).optional();
  },
});

interface Scope {
  readonly design: string;
  readonly designs: Designs;
}
type Test = (item: Item) => boolean;
type Scalar = string | number | boolean;
type Operand = (item: Item) => readonly Scalar[];

/**
 * Turn a node into a test of an item.
 *
 * @throws AlloyError `AqsInvalidQuery` for a node that this Alloy does not know or that is ill-formed.
 */
export function compileNode(node: Node, scope: Scope): Test {
  const children = node.children ?? [];
  const all = () => children.map((child) => compileNode(child, scope));
  switch (node.type) {
    case "And":
      return every(all());
    case "Or":
      return some(all());
    case "Not":
      return negate(every(all()));
    default:
      return compileComparison(node, scope);
  }
}

function every(tests: readonly Test[]): Test {
  return (item) => tests.every((test) => test(item));
}

function some(tests: readonly Test[]): Test {
  return (item) => tests.some((test) => test(item));
}

function negate(test: Test): Test {
  return (item) => !test(item);
}

/** How two values compare, each at the left and the right of an operator. */
const comparisons: Record<string, (left: Scalar, right: Scalar) => boolean> = {
  Equals: same,
  In: same,
  GreaterThan: (left, right) => order(left, right) > 0,
  GreaterThanOrEquals: (left, right) => order(left, right) >= 0,
  LessThan: (left, right) => order(left, right) < 0,
  LessThanOrEquals: (left, right) => order(left, right) <= 0,
  StartsWith: (left, right) => lower(left).startsWith(lower(right)),
  WordSearch: (left, right) =>
    words(right).every((wanted) => words(left).some((word) => word.startsWith(wanted))),
};

function compileComparison(node: Node, scope: Scope): Test {
  const [left, right, ...rest] = (node.children ?? []).map((child) => compileOperand(child, scope));
  if (!left || rest.length > 0) throw invalid(`${node.type} has too few or too many children`);
  if (node.type === "Exists") return (item) => left(item).length > 0;
  if (node.type === "NotExists") return (item) => left(item).length === 0;

  const negated = node.type === "NotEquals";
  const compare = comparisons[negated ? "Equals" : node.type];
  if (!compare || !right) throw invalid(`${node.type} is not understood here`);
  const test: Test = (item) => left(item).some((l) => right(item).some((r) => compare(l, r)));
  return negated ? negate(test) : test;
}

const Value = z.object({
  value: z.union([z.string(), z.number(), z.boolean()]).array().min(1),
});

function compileOperand({ type, properties }: Node, scope: Scope): Operand {
  if (type === "Attribute") return attributeOperand(properties?.attributeCode, scope);
  if (type === "ItemProperty") return propertyOperand(properties?.itemPropertyName);
  if (!["String", "Number", "Boolean", "Date", "DateTime", "AlloyId", "ItemId"].includes(type)) {
    throw invalid(`${type} is no value`);
  }
  const literal = Value.safeParse(properties);
  if (!literal.success) throw invalid(`${type} needs a list of values`);
  return () => literal.data.value;
}

function attributeOperand(code: unknown, { design, designs }: Scope): Operand {
  if (typeof code !== "string") throw invalid("Attribute needs an attributeCode");
  designs.attribute(design, code);
  return ({ attributes }) => [attributes[code]].flat().filter(isScalar);
}

function propertyOperand(name: unknown): Operand {
  if (name === "lastEditDate") return ({ lastEditDate }) => [lastEditDate];
  if (name === "createdDate") return ({ createdAt }) => [createdAt];
  if (name === "itemID") return ({ itemId }) => [itemId];
  throw invalid(`ItemProperty ${String(name)} is not understood here`);
}

function isScalar(value: unknown): value is Scalar {
  return ["string", "number", "boolean"].includes(typeof value);
}

function same(left: Scalar, right: Scalar): boolean {
  return left === right || (bothTimes(left, right) && order(left, right) === 0);
}

/** Numbers by size, moments by time, anything else as text. */
function order(left: Scalar, right: Scalar): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (bothTimes(left, right)) return Date.parse(String(left)) - Date.parse(String(right));
  return String(left) < String(right) ? -1 : Number(left !== right);
}

function bothTimes(left: Scalar, right: Scalar): boolean {
  return [left, right].every((value) => /^\d{4}-\d\d-\d\dT\d\d:/.test(String(value)));
}

function lower(value: Scalar): string {
  return String(value).toLowerCase();
}

function words(value: Scalar): string[] {
  return lower(value)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function invalid(message: string): AlloyError {
  return new AlloyError("AqsInvalidQuery", message);
}
