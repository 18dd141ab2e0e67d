import type { Difference, DraftDefinition } from "@guildhall/contract";
import type { Data } from "../data.ts";
import { dataOf } from "../locate.ts";
import { nameField } from "../names.ts";
import { pathOf } from "../path.ts";
import { moved, welshPaths } from "../welsh.ts";
import { compare, type Step } from "./compare.ts";
import { withMovedQuestions } from "./questions.ts";
import { findRenames, type Rename, withRename } from "./renames.ts";
import { say } from "./say.ts";

/**
 * Say in words what is otherwise in one definition than in another, in the order of the service.
 *
 * What moved is told once, and what has another name is told once, not wherever it is spoken of.
 */
export function differences(before: DraftDefinition, after: DraftDefinition): Difference[] {
  const whole = { before: dataOf(before), after: dataOf(after) };
  return stepsBetween(whole.before, whole.after).map((step) => ({
    at: pathOf(step.steps),
    kind: step.kind,
    sentence: say(step, whole),
    ...(step.before === undefined ? {} : { before: step.before }),
    ...(step.after === undefined ? {} : { after: step.after }),
  }));
}

/** A page and then a question in it may both be named anew, so what renames leave is looked at again. */
function stepsBetween(before: Data, after: Data, rounds = 3): Step[] {
  const steps = stepsAsNamed(before, after);
  const renames = rounds > 0 ? findRenames(steps) : [];
  if (renames.length === 0) return steps;
  const renamed = renames.reduce(withRename, before);
  return [...renames.map(toldOf), ...stepsBetween(renamed, after, rounds - 1)];
}

export function stepsAsNamed(before: Data, after: Data): Step[] {
  return withoutTheirWelsh(withMovedQuestions(compare(before, after), before, after));
}

function toldOf({ from, to, name }: Rename): Step {
  const field = nameField(to.at(-2) ?? "");
  return { kind: "changed", steps: [...to, field], before: from.at(-1) ?? "", after: name };
}

/** What comes or goes takes its translations with it. */
function withoutTheirWelsh(steps: readonly Step[]): Step[] {
  const parts = steps.flatMap(({ kind, steps: at, before, after }) =>
    kind === "changed" || at[0] === "welsh"
      ? []
      : welshPaths(at, before ?? after).map((path) => ({ kind, path })),
  );
  return steps.filter(({ kind, steps: [first, path] }) => {
    if (first !== "welsh" || path === undefined) return true;
    return !parts.some((part) => part.kind === kind && moved(path, part.path, "") !== undefined);
  });
}
