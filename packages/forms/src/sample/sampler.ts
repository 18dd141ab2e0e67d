import type { Answers } from "@guildhall/contract";
import type { CompiledForm } from "../compiled.ts";
import { readLogic } from "../condition.ts";
import { Cover } from "./cover.ts";
import { type Choose, draw } from "./draw.ts";
import type { Pick } from "./texts.ts";
import { createUsualVariants, createVariants, type VariantsOf } from "./variants.ts";

/** Makes answers that a form accepts, in the shape they are stored in. */
export interface Sampler {
  /** Any answers, as `pick` draws them; undefined for a form that nobody gets through. */
  sample(pick: Pick): Answers | undefined;
  /** Answers as one person might well give them, with whatever may be left out but files; undefined as above. */
  usual(): Answers | undefined;
  /**
   * A small set that is always the same: each option, each question answered and left out, the shortest, longest and
   * most awkward texts, groups of few and many. Not in every combination.
   */
  extremes(): Answers[];
}

/** Make ready to answer a form as on the day `today`, `YYYY-MM-DD`. */
export function createSampler(form: CompiledForm, today: string): Sampler {
  const variantsOf = createVariants(form, today);
  return {
    sample: (pick) => draw(form, variantsOf, { choose: (_, count) => pick(count), pick })?.answers,
    usual: () => usualOf(form, today),
    extremes: () => extremesOf(form, variantsOf),
  };
}

/** One of each group, also where there may be none. */
function usualOf(form: CompiledForm, today: string): Answers | undefined {
  const variantsOf = createUsualVariants(form, today);
  const isGroup = (name: string) => form.questions.get(name)?.question.type === "group";
  const choose: Choose = (name, count) => (isGroup(name) ? Math.min(1, count - 1) : 0);
  return draw(form, variantsOf, { choose, pick: () => 0 })?.answers;
}

/** Enough for the largest of forms; who has more options than this has another problem. */
const mostRoads = 300;
/** Roads without a plan, which may lead where nothing was met yet. */
const strolls = 24;

function extremesOf(form: CompiledForm, variantsOf: VariantsOf): Answers[] {
  const pick = createPick();
  const cover = new Cover(steeringIn(form), pick);
  const found: Answers[] = [];
  let strolled = 0;
  for (let roads = 0; roads < mostRoads && strolled <= strolls; roads += 1) {
    if (!cover.begin()) strolled += 1;
    const choose: Choose = (name, count) => cover.choose(name, count);
    const drawn = draw(form, variantsOf, { choose, pick });
    if (drawn && cover.settle(drawn)) found.push(drawn.answers);
  }
  return found;
}

function steeringIn({ form }: CompiledForm): ReadonlySet<string> {
  return new Set(form.conditions.flatMap(({ when }) => readLogic(when).variables));
}

/** Draw evenly from a fixed seed (mulberry32). */
function createPick(): Pick {
  let state = 0x9e3779b9;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
}
