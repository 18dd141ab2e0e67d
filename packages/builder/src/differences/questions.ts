import { type Data, partOf } from "../data.ts";
import { idOf, listIn } from "../mentions/form-names.ts";
import { compare, type Step } from "./compare.ts";

interface Asked {
  readonly page: string;
  readonly question: Data;
}

/** Tell a question that stands on another page as moved, and not as gone from one and new on the other. */
export function withMovedQuestions(steps: readonly Step[], before: Data, after: Data): Step[] {
  const moves = movesBetween(questionsIn(before), questionsIn(after));
  return steps.flatMap((step) => {
    if (step.kind === "added" && isItemOf(step, "pages")) {
      return [step, ...moves.filter(({ to }) => to === step.steps[2]).flatMap(({ told }) => told)];
    }
    const moved = isItemOf(step, "questions") && moves.find(({ id }) => id === step.steps[4]);
    if (!moved || step.kind === "changed") return [step];
    return step.kind === "added" ? moved.told : [];
  });
}

interface Move {
  readonly id: string;
  readonly to: string;
  readonly told: Step[];
}

function movesBetween(were: ReadonlyMap<string, Asked>, are: ReadonlyMap<string, Asked>): Move[] {
  return [...are].flatMap(([id, now]) => {
    const old = were.get(id);
    return old && old.page !== now.page ? [{ id, to: now.page, told: movesOf(id, old, now) }] : [];
  });
}

/** Tell whether what is told is a whole page, or a whole question of a page. */
function isItemOf({ steps }: Step, list: "pages" | "questions"): boolean {
  return (
    steps[1] === "pages" && steps.length === (list === "pages" ? 3 : 5) && steps.at(-2) === list
  );
}

function movesOf(id: string, from: Asked, to: Asked): Step[] {
  const steps = ["form", "pages", to.page, "questions", id];
  const place: Step = { kind: "moved", steps, from: ["form", "pages", from.page, "questions"] };
  const before = ["form", "pages", from.page];
  const told = compare(from.question, to.question, steps);
  return [
    place,
    // What is gone was where the question was.
    ...told.map((step) =>
      step.kind === "removed" ? { ...step, steps: [...before, ...step.steps.slice(3)] } : step,
    ),
  ];
}

/** The questions of a form by their names, but for those that share one. */
function questionsIn(whole: Data): Map<string, Asked> {
  const found = new Map<string, Asked>();
  const shared = new Set<string>();
  for (const page of listIn(partOf(whole, "form"), "pages")) {
    for (const question of listIn(page, "questions")) {
      const id = idOf(question);
      if (found.has(id)) shared.add(id);
      found.set(id, { page: idOf(page), question });
    }
  }
  for (const id of shared) found.delete(id);
  return found;
}
