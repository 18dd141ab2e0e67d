import type { Answers } from "@guildhall/contract";
import { type CompiledForm, type CompiledQuestion, mustAnswer } from "../compiled.ts";
import { readLogic } from "../condition.ts";
import type { QuestionOf } from "../question.ts";
import type { Answer } from "../sheet.ts";
import { walk } from "../walk.ts";
import type { Pick } from "./texts.ts";
import type { VariantsOf } from "./variants.ts";

/** Chooses between the ways to answer one question, which is named as `peopleIll.ageBand` in a group. */
export type Choose = (question: string, count: number) => number;

export interface Chooser {
  readonly choose: Choose;
  /** For what matters to nobody but itself. */
  readonly pick: Pick;
}

/** Answers, and what was chosen on the way to them, by question. */
export interface Drawn {
  readonly answers: Answers;
  readonly chosen: ReadonlyMap<string, readonly number[]>;
}

const mostTries = 60;

/**
 * Answer a form by walking its route, so that the form accepts the answers.
 *
 * Where the road ends at an exit page, what that page's condition reads is answered otherwise and all else again
 * as before. Undefined for a form that nobody gets through.
 */
export function draw(
  form: CompiledForm,
  variantsOf: VariantsOf,
  { choose, pick }: Chooser,
): Drawn | undefined {
  let fixed = new Map<string, number>();
  for (let tries = 0; tries < mostTries; tries += 1) {
    const road = new Road({ choose, pick }, variantsOf, fixed);
    const answers: Answers = {};
    const { exit } = walk(form, (question) => road.answer(question, answers), answers);
    if (!exit) return { answers, chosen: road.chosen };
    const readers = form.form.conditions.filter(({ id }) => id === exit.when);
    fixed = road.turned(readers.flatMap(({ when }) => readLogic(when).variables));
  }
  return undefined;
}

class Road {
  readonly chosen = new Map<string, number[]>();
  readonly #counts = new Map<string, number>();
  readonly #chooser: Chooser;
  readonly #variantsOf: VariantsOf;
  readonly #fixed: ReadonlyMap<string, number>;

  constructor(chooser: Chooser, variantsOf: VariantsOf, fixed: ReadonlyMap<string, number>) {
    this.#chooser = chooser;
    this.#variantsOf = variantsOf;
    this.#fixed = fixed;
  }

  answer(compiled: CompiledQuestion, answers: Answers, group = ""): Answer | undefined {
    const { question, id, calculate } = compiled;
    if (calculate) return calculate(answers);
    if (question.type === "group") return this.#items(compiled, question, answers);
    const variants = this.#variantsOf(compiled);
    const index = this.#choose(group + id, variants.length);
    const value = variants[index]?.(this.#chooser.pick);
    // What was to be left out comes first, and after it what can be answered.
    return value === undefined && mustAnswer(compiled, answers)
      ? variants[1]?.(this.#chooser.pick)
      : value;
  }

  /** The choices of this road again, but for those questions, which take their next. */
  turned(questions: readonly string[]): Map<string, number> {
    return new Map(
      [...this.chosen].flatMap(([name, [index = 0]]): [string, number][] => {
        if (name.includes(".")) return [];
        const turn = questions.includes(name) ? 1 : 0;
        return [[name, (index + turn) % (this.#counts.get(name) ?? 1)]];
      }),
    );
  }

  #items(
    compiled: CompiledQuestion,
    { min, max }: QuestionOf<"group">,
    answers: Answers,
  ): Answer | undefined {
    const { id, items } = compiled;
    const least = Math.max(min, 1);
    const sizes = [
      ...(mustAnswer(compiled, answers) ? [] : [0]),
      ...new Set([least, Math.min(least + 1, max), max]),
    ];
    const size = sizes[this.#choose(id, sizes.length)] ?? least;
    if (size === 0) return undefined;
    return Array.from({ length: size }, () => this.#item(id, items, answers));
  }

  #item(group: string, items: readonly CompiledQuestion[], answers: Answers): Answer {
    const kept: Record<string, Answer> = {};
    for (const question of items) {
      const before = { ...answers, ...kept };
      if (question.when && !question.when(before)) continue;
      const value = this.answer(question, before, `${group}.`);
      if (value !== undefined) kept[question.id] = value;
    }
    return kept;
  }

  #choose(name: string, count: number): number {
    const index = this.#fixed.get(name) ?? this.#chooser.choose(name, count);
    this.#counts.set(name, count);
    this.chosen.set(name, [...(this.chosen.get(name) ?? []), index]);
    return index;
  }
}
