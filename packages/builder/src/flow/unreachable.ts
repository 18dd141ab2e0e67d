import type { DraftDefinition, PartPath } from "@guildhall/contract";
import { type AskedQuestion, questionsOf } from "../conditions/questions.ts";
import { stepsIn } from "../conditions/step-in.ts";
import { under } from "../path.ts";
import { createFormulas, type Formula, type Formulas, rowsOf } from "./formula.ts";
import { type Budget, headOf, isPossible } from "./possible.ts";

type Page = DraftDefinition["form"]["pages"][number];

/** A page or a question that nobody is ever shown, and why. */
export interface Unreachable {
  readonly at: PartPath;
  readonly kind: "page" | "question";
  readonly title: string;
  /** The condition that never holds there; left out where the form always ends before. */
  readonly when?: string;
}

/** The most conditions that are looked at together for one page. */
const mostTogether = 40;

/** The most rows that are looked at in all searches of one form, so that a huge one keeps nobody waiting. */
const mostLooks = 2_000_000;

/** Find the pages and questions of which it is proven that nobody is shown them. */
export function unreachableIn(definition: Pick<DraftDefinition, "form">): Unreachable[] {
  const { pages } = definition.form;
  const ways = waysIn(definition);
  const steps = stepsIn("pages", pages);
  return pages.flatMap((page, place): Unreachable[] => {
    const at = under("/form/pages", steps[place] ?? "");
    const before = pages.slice(0, place);
    if (!ways.isOpen(before, [page.when])) {
      ways.close(page);
      const when = before.some(isEnd) ? undefined : page.when;
      return [{ at, kind: "page", title: page.title, ...(when === undefined ? {} : { when }) }];
    }
    return ways.asked
      .filter((one) => one.page === page && !one.group && one.question.when !== undefined)
      .filter(({ question }) => !ways.isOpen(before, [page.when, question.when]))
      .map(({ question, at: place }) => {
        return { at: place, kind: "question", title: question.label, when: question.when ?? "" };
      });
  });
}

function isEnd({ kind, when }: Page): boolean {
  return kind === "exit" && when === undefined;
}

/** What is known of the ways through a form while its pages are gone through in order. */
interface Ways {
  readonly asked: readonly AskedQuestion[];
  /** Whether somebody may meet these conditions behind these pages. */
  isOpen(before: readonly Page[], conditions: readonly (string | undefined)[]): boolean;
  /** Remember that nobody gets to a page. */
  close(page: Page): void;
}

function waysIn(definition: Pick<DraftDefinition, "form">): Ways {
  const formulas = createFormulas(definition);
  const asked = questionsOf(definition);
  const byId = new Map(asked.map((one) => [one.question.id, one]));
  const isAmbiguous = byId.size < asked.length;
  const closed = new Set<Page>();
  const budget: Budget = { left: mostLooks };
  return {
    asked,
    close: (page) => closed.add(page),
    isOpen: (before, conditions) => {
      if (before.some(isEnd)) return false;
      if (budget.left < 0) return true;
      const wanted = conditions.map(formulas);
      const find = (id: string) => (isAmbiguous ? undefined : byId.get(id));
      if (!isPossible(wanted, find, budget)) return false;
      const all = [...wanted, ...exitsOf(before, formulas)];
      return isPossible([...all, ...askedWhere(all, { find, formulas, closed })], find, budget);
    },
  };
}

/** Whoever gets past an exit does not meet its condition. */
function exitsOf(before: readonly Page[], formulas: Formulas): Formula[] {
  return before
    .filter(({ kind }) => kind === "exit")
    .slice(0, mostTogether)
    .map(({ when }) => ({ not: formulas(when) }));
}

interface Found {
  readonly find: (id: string) => AskedQuestion | undefined;
  readonly formulas: Formulas;
  readonly closed: ReadonlySet<Page>;
}

/** An answer was given only where its question was asked: what that means for all that the conditions read. */
function askedWhere(wanted: readonly Formula[], { find, formulas, closed }: Found): Formula[] {
  const seen = new Set<string>();
  const where: Formula[] = [];
  let rows = wanted.flatMap(rowsOf);
  while (rows.length > 0 && where.length < mostTogether) {
    const names = [...new Set(rows.map(({ question }) => question))].filter(
      (one) => !seen.has(one),
    );
    for (const name of names) seen.add(name);
    const more = names.flatMap((name): Formula[] => {
      const asked = find(headOf(name));
      if (!asked || asked.group) return [];
      const shown = [
        formulas(asked.page.when),
        formulas(asked.question.when),
        !closed.has(asked.page),
      ];
      const given = { row: { question: name, comparison: "given" as const, values: [] } };
      return shown.every((one) => one === true) ? [] : [{ any: [{ not: given }, { all: shown }] }];
    });
    where.push(...more);
    rows = more.flatMap(rowsOf);
  }
  return where;
}
