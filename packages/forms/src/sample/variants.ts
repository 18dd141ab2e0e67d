import type { CompiledForm, CompiledQuestion } from "../compiled.ts";
import { type Answer, isRecord, type Sheet } from "../sheet.ts";
import { candidatesFor, type Edges, longestOf } from "./candidates.ts";
import { mixedText, type Pick } from "./texts.ts";
import { usualFor } from "./usual.ts";

/** One way to answer a question; undefined is to leave it out. */
export type Variant = (pick: Pick) => Answer | undefined;

/** Tells the ways to answer each question of a form that is no group: only what the form takes, as it stores it. */
export type VariantsOf = (question: CompiledQuestion) => readonly Variant[];

export function createVariants({ form }: CompiledForm, today: string): VariantsOf {
  const edges = { today, literals: literalsIn(form.conditions.map(({ when }) => when)) };
  const known = new Map<CompiledQuestion, readonly Variant[]>();
  return (question) => {
    const variants = known.get(question) ?? variantsFor(question, edges);
    known.set(question, variants);
    return variants;
  };
}

/** The same with what a person might well answer before all else; files, which nobody can make up, are left out. */
export function createUsualVariants(form: CompiledForm, today: string): VariantsOf {
  const others = createVariants(form, today);
  return (compiled) => {
    if (compiled.question.type === "files") return [leftOut, ...others(compiled)];
    const usual = usualFor(compiled.question, today).flatMap(
      (one) => taking(compiled, one, today) ?? [],
    );
    return [
      ...usual.map(
        (answer): Variant =>
          () =>
            answer,
      ),
      ...others(compiled).filter((one) => one !== leftOut),
    ];
  };
}

function variantsFor(compiled: CompiledQuestion, edges: Edges): Variant[] {
  const { question, required, requiredWhen } = compiled;
  if (question.type === "group") return [];
  const candidates = candidatesFor(question, edges);
  const taken = candidates.flatMap((candidate) => taking(compiled, candidate, edges.today) ?? []);
  const distinct = [...new Map(taken.map((answer) => [keyOf(answer), answer])).values()];
  const variants = distinct.map(
    (answer): Variant =>
      () =>
        answer,
  );
  return [...(required && !requiredWhen ? [] : [leftOut]), ...variants, ...mixed(compiled)];
}

function keyOf(answer: Answer): unknown {
  return typeof answer === "object" ? JSON.stringify(answer) : answer;
}

const leftOut: Variant = () => undefined;

/** What the form keeps of a candidate, in a list; nothing where it is refused. */
function taking({ check }: CompiledQuestion, candidate: unknown, today: string): Answer[] {
  const sheet: Sheet = { today, answers: {}, faults: [] };
  const kept = check(candidate, "", sheet);
  return sheet.faults.length > 0 || kept === undefined ? [] : [kept];
}

function mixed({ question }: CompiledQuestion): Variant[] {
  switch (question.type) {
    case "text":
    case "long-text":
    case "name":
      return [(pick) => mixedText(longestOf(question), question.type !== "long-text", pick)];
    case "checkboxes":
      return [
        (pick) =>
          someOf(
            question.options.map(({ value }) => value),
            pick,
          ),
      ];
    default:
      return [];
  }
}

function someOf(values: readonly string[], pick: Pick): string[] {
  const some = values.filter(() => pick(2) === 0);
  return some.length > 0 ? some : values.slice(0, 1);
}

/** The constants that conditions compare with. */
function literalsIn(logic: unknown): unknown[] {
  if (Array.isArray(logic)) return logic.flatMap(literalsIn);
  if (!isRecord(logic)) return [logic];
  return Object.entries(logic).flatMap(([operator, of]) =>
    operator === "var" ? [] : literalsIn(of),
  );
}
