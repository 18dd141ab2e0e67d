import type { AskedQuestion } from "../conditions/questions.ts";
import { rowHolds, type Sample, samplesFor } from "./answers.ts";
import { type AnswerRow, type Formula, rowsOf, settled } from "./formula.ts";

/** How many answers are tried before the search gives up, and how many questions it takes on at once. */
const mostTries = 2000;
const mostQuestions = 16;

/** How much searching is left for a whole form, counted in rows looked at; what is not searched counts as possible. */
export interface Budget {
  left: number;
}

/**
 * Tell whether any answers meet all of these conditions.
 *
 * False is proven. What cannot be settled in a bounded search, or by comparisons of a known kind, counts as possible.
 */
export function isPossible(
  wanted: readonly Formula[],
  asked: (id: string) => AskedQuestion | undefined,
  budget: Budget,
): boolean {
  const rows = wanted.flatMap(rowsOf);
  const cost = rows.reduce((sum, { values }) => sum + 1 + values.length, 1);
  budget.left -= cost;
  if (budget.left < 0) return true;
  const samples = samplesOf(rows, asked);
  const chosen = new Map<string, Sample>();
  const holds = (row: AnswerRow) => {
    const answer = chosen.get(row.question);
    return answer === undefined ? undefined : rowHolds(row, answer);
  };
  const names = [...samples.keys()];
  let tries = 0;
  const search = (at: number): boolean => {
    const value = settled({ all: wanted }, holds);
    if (value !== undefined) return value;
    const name = names[at];
    tries += 1;
    budget.left -= cost;
    if (name === undefined || tries > mostTries || budget.left < 0) return true;
    const found = (samples.get(name) ?? []).some((sample) => {
      chosen.set(name, sample);
      return search(at + 1);
    });
    chosen.delete(name);
    return found;
  };
  return search(0);
}

/** The answers to try for each variable; one that no few answers stand for stays open. */
function samplesOf(
  rows: readonly AnswerRow[],
  asked: (id: string) => AskedQuestion | undefined,
): Map<string, readonly Sample[]> {
  const byName = new Map<string, AnswerRow[]>();
  for (const row of rows) {
    const own = byName.get(row.question);
    if (own) own.push(row);
    else byName.set(row.question, [row]);
  }
  const found = [...byName].flatMap(([name, own]): [string, readonly Sample[]][] => {
    const question = asked(headOf(name));
    const samples = question && !question.group ? samplesFor(question.question, own) : undefined;
    return samples ? [[name, samples]] : [];
  });
  return new Map(found.slice(0, mostQuestions));
}

export function headOf(variable: string): string {
  return variable.split(".")[0] ?? "";
}
