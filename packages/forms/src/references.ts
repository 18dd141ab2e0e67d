import type { NamedCondition } from "@guildhall/contract";
import { type Reading, readLogic } from "./condition.ts";
import { FormFault } from "./form-fault.ts";
import { isRecord } from "./sheet.ts";

/** The most parts that a condition may have, with all that it goes by, and the most conditions one behind the other. */
const maxParts = 2000;
const maxDepth = 20;

/** Conditions that go by one another, as `{"condition": "is-pub"}` says it: read through, and judged. */
export interface References {
  /** The variables that a condition reads, itself and by way of others; undefined for one that there is not. */
  variables(condition: string): readonly string[] | undefined;
  /** What is wrong with the references themselves. */
  readonly faults: readonly FormFault[];
}

/** Read how conditions go by one another. Loops and unknown names are faults, and are read past. */
export function readReferences(conditions: readonly NamedCondition[]): References {
  const readings = new Map(conditions.map(({ id, when }) => [id, readLogic(when)]));
  const known = new Map<string, Reach>();
  const looped = new Set<string>();

  function reach(id: string, above: readonly string[]): Reach {
    const found = known.get(id);
    const reading = readings.get(id);
    if (found || !reading) return found ?? nothing;
    if (above.length > maxDepth) return endless;
    const again = above.indexOf(id);
    if (again < 0) return enter(id, reading, [...above, id]);
    above.slice(again).forEach((one) => {
      looped.add(one);
    });
    return nothing;
  }

  function enter(id: string, reading: Reading, above: readonly string[]): Reach {
    const reached = reading.conditions.map((one) => reach(one, above));
    const all = {
      variables: [...new Set([...reading.variables, ...reached.flatMap((one) => one.variables)])],
      parts: reached.reduce((sum, { parts }) => sum + parts, reading.parts),
    };
    known.set(id, all);
    return all;
  }

  const faults = conditions.flatMap(({ id: condition }) => {
    const { parts } = reach(condition, []);
    const named = readings.get(condition)?.conditions ?? [];
    return [
      ...named
        .filter((name) => !readings.has(name))
        .map((name) => new FormFault("reference-unknown", { condition }, name)),
      ...(parts > maxParts
        ? [new FormFault("condition-too-large", { condition }, String(maxParts))]
        : []),
    ];
  });
  const loops = [...looped].map((condition) => {
    const next = readings.get(condition)?.conditions.find((one) => looped.has(one)) ?? "";
    return new FormFault("condition-loop", { condition }, next);
  });
  return {
    variables: (id) => (readings.has(id) ? reach(id, []).variables : undefined),
    faults: [...faults, ...loops],
  };
}

interface Reach {
  readonly variables: readonly string[];
  readonly parts: number;
}

const nothing: Reach = { variables: [], parts: 0 };
const endless: Reach = { variables: [], parts: maxParts + 1 };

/**
 * Write out the conditions that others go by, so that each can be worked out by itself.
 *
 * What is too deep or goes by itself is refused before a form is used; here it does not hold.
 */
export function withoutReferences(
  conditions: readonly NamedCondition[],
): readonly NamedCondition[] {
  if (!conditions.some(({ when }) => readLogic(when).conditions.length > 0)) return conditions;
  const logics = new Map(conditions.map(({ id, when }) => [id, when]));
  const written = (logic: unknown, above: readonly string[]): unknown => {
    if (Array.isArray(logic)) return logic.map((part) => written(part, above));
    if (!isRecord(logic)) return logic;
    const { condition: name } = logic;
    if (typeof name !== "string")
      return Object.fromEntries(
        Object.entries(logic).map(([key, of]) => [key, written(of, above)]),
      );
    if (above.includes(name)) return false;
    return { "!!": [written(logics.get(name) ?? false, [...above, name])] };
  };
  return conditions.map(({ id, when, ...rest }) => ({ ...rest, id, when: written(when, [id]) }));
}
