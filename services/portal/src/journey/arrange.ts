import type { Answers, Question } from "@guildhall/contract";
import type { CompiledQuestion } from "@guildhall/forms";

/** A question where it stands on its page, with those that one of its choices brings up. */
export interface Placed {
  readonly asked: CompiledQuestion;
  /** By the value of the choice. */
  readonly revealed: Map<string, Placed[]>;
}

/**
 * Lay out the questions of a page, or of an item in a group.
 *
 * Where one choice on the same page is what makes a question apply, the question stands under that choice, so that it
 * can be answered at once without a script. Elsewhere it stands in its order, where it applies or several choices
 * can make it apply.
 */
export function arrange(questions: readonly CompiledQuestion[], answers: Answers): Placed[] {
  const top: Placed[] = [];
  const placed: Placed[] = [];
  for (const asked of questions) {
    const place: Placed = { asked, revealed: new Map() };
    const siblings = placeFor(asked, placed, answers, top);
    if (!siblings) continue;
    siblings.push(place);
    placed.push(place);
  }
  return top;
}

function placeFor(
  asked: CompiledQuestion,
  placed: readonly Placed[],
  answers: Answers,
  top: Placed[],
): Placed[] | undefined {
  const { when } = asked;
  if (!when) return top;
  for (const host of [...placed].reverse()) {
    const values = choicesThatReveal(when, host.asked, answers);
    const [only] = values;
    if (only !== undefined) return values.length === 1 ? listUnder(host, only) : top;
  }
  return when(answers) ? top : undefined;
}

function listUnder(host: Placed, value: string): Placed[] {
  const list = host.revealed.get(value) ?? [];
  host.revealed.set(value, list);
  return list;
}

/** The choices of `host` with which the rule holds although it does not hold without an answer. */
function choicesThatReveal(
  when: NonNullable<CompiledQuestion["when"]>,
  host: CompiledQuestion,
  answers: Answers,
): string[] {
  const { [host.id]: _answer, ...others } = answers;
  const choices = choicesOf(host.question);
  if (choices.length === 0 || when(others)) return [];
  return choices
    .filter(([, answer]) => when({ ...others, [host.id]: answer }))
    .map(([value]) => value);
}

function choicesOf(question: CompiledQuestion["question"] | Question): [string, Answers[string]][] {
  switch (question.type) {
    case "yes-no":
      return [
        ["yes", true],
        ["no", false],
      ];
    case "radios":
      return question.options.map(({ value }) => [value, value]);
    case "checkboxes":
      return question.options.map(({ value }) => [value, [value]]);
    default:
      return [];
  }
}
