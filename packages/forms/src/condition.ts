import type { Answers, NamedCondition } from "@guildhall/contract";
import { defaultMethods, LogicEngine } from "json-logic-engine";
import { isRecord } from "./sheet.ts";

/** Tell whether a condition holds for these answers. Never throws. */
export type Rule = (answers: Answers) => boolean;

/** The variables and other conditions that JSON Logic reads, the operators in it that are not allowed, and how many parts it has. */
export interface Reading {
  readonly variables: string[];
  readonly conditions: string[];
  readonly refused: string[];
  parts: number;
}

/** The operators that a condition or a calculated value may use, and how many operands each takes. Nothing else is ever run. */
const operators: Readonly<Record<string, readonly [min: number, max: number]>> = {
  "==": [2, 2],
  "!=": [2, 2],
  "===": [2, 2],
  "!==": [2, 2],
  "<": [2, 3],
  "<=": [2, 3],
  ">": [2, 3],
  ">=": [2, 3],
  and: [1, 50],
  or: [1, 50],
  if: [2, 50],
  "!": [1, 1],
  "!!": [1, 1],
  in: [2, 2],
  "+": [1, 50],
  "-": [1, 2],
  "*": [1, 50],
  "/": [2, 2],
  "%": [2, 2],
  min: [1, 50],
  max: [1, 50],
};

/**
 * Comparisons of our own: the engine's turn an answer that was not given into 0 and `false`, so that "no"
 * would hold before anyone said no, and throw where two kinds of value meet.
 */
const comparisons = {
  // biome-ignore lint/suspicious/noDoubleEquals: JSON Logic's `==` is this one.
  "==": ([a, b]: unknown[]) => a == b,
  // biome-ignore lint/suspicious/noDoubleEquals: JSON Logic's `!=` is this one.
  "!=": ([a, b]: unknown[]) => a != b,
  "===": ([a, b]: unknown[]) => a === b,
  "!==": ([a, b]: unknown[]) => a !== b,
  "<": inOrder((a, b) => a < b),
  "<=": inOrder((a, b) => a <= b),
  ">": inOrder((a, b) => a > b),
  ">=": inOrder((a, b) => a >= b),
};

/**
 * Make the rules of one form.
 *
 * They are interpreted from closures made at the first run, so no code is generated from a council's text.
 * The engine is the form's own: one that has seen many rules without a repeat stops remembering them.
 */
export function createRules(conditions: readonly NamedCondition[]): Map<string, Rule> {
  const engine = new LogicEngine({ ...allowedMethods(), ...comparisons });
  return new Map(conditions.map(({ id, when }) => [id, ruleOf(engine, when)]));
}

/** Make a function that works out JSON Logic over answers; undefined where it has no result. Never throws. */
export function createLogic(logic: unknown): (answers: Answers) => unknown {
  const engine = new LogicEngine({ ...allowedMethods(), ...comparisons });
  return (answers) => {
    try {
      return engine.run(logic, answers);
    } catch {
      // The engine throws where arithmetic has no result.
      return undefined;
    }
  };
}

/** Read a condition without running it. */
export function readLogic(logic: unknown): Reading {
  const reading: Reading = { variables: [], conditions: [], refused: [], parts: 0 };
  visit(logic, reading);
  return reading;
}

function ruleOf(engine: LogicEngine, logic: unknown): Rule {
  return (answers) => {
    try {
      return Boolean(engine.truthy(engine.run(logic, answers)));
    } catch {
      // The engine throws where arithmetic has no result; a rule that cannot be worked out does not hold.
      return false;
    }
  };
}

function visit(logic: unknown, reading: Reading): void {
  reading.parts += 1;
  if (Array.isArray(logic)) for (const part of logic) visit(part, reading);
  else if (isRecord(logic)) visitOperation(logic, reading);
}

function visitOperation(logic: Readonly<Record<string, unknown>>, reading: Reading): void {
  const [operator = "{}", ...others] = Object.keys(logic);
  const operands = logic[operator];
  if (others.length > 0) reading.refused.push([operator, ...others].join(", "));
  else if (operator === "var") visitVariable(operands, reading);
  else if (operator === "condition") visitReference(operands, reading);
  else if (!takes(operator, operands)) reading.refused.push(operator);
  else visit(operands, reading);
}

function visitVariable(operands: unknown, reading: Reading): void {
  const [name, otherwise = null, ...rest] = Array.isArray(operands) ? operands : [operands];
  const literal = otherwise === null || typeof otherwise !== "object";
  if (typeof name === "string" && literal && rest.length === 0) reading.variables.push(name);
  else reading.refused.push("var");
}

function visitReference(name: unknown, reading: Reading): void {
  if (typeof name === "string") reading.conditions.push(name);
  else reading.refused.push("condition");
}

function takes(operator: string, operands: unknown): boolean {
  const [min, max] = Object.hasOwn(operators, operator) ? (operators[operator] ?? []) : [];
  if (min === undefined || max === undefined) return false;
  const count = Array.isArray(operands) ? operands.length : 1;
  return count >= min && count <= max && (Array.isArray(operands) || max === 1);
}

function allowedMethods(): Record<string, unknown> {
  const methods: Readonly<Record<string, unknown>> = defaultMethods;
  const names = ["var", ...Object.keys(operators)];
  return Object.fromEntries(names.map((name) => [name, methods[name]]));
}

/** Compare neighbours; an answer that was not given stands in no order to anything. */
function inOrder(holds: (a: number, b: number) => boolean) {
  // The comparison itself takes texts as well as numbers; dates compare as texts.
  return (values: number[]) =>
    values.every((value) => value !== null) &&
    values.slice(1).every((value, index) => holds(values[index] ?? value, value));
}
