import type { Answers, Question } from "@guildhall/contract";
import type { CompiledQuestion } from "@guildhall/forms";

/** A question where it stands on its page, with those that one of its choices brings up. */
export interface Placed {
  /** `required` is what the page says of it: one that may yet have to be answered is not called optional. */
  readonly asked: CompiledQuestion;
  /** By the value of the choice. */
  readonly revealed: Map<string, Placed[]>;
}

/** Where a question stands: in which list, and with which choices made above it. */
interface Spot {
  readonly list: Placed[];
  readonly chosen: Answers;
}

interface Host extends Placed {
  readonly chosen: Answers;
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
  const hosts: Host[] = [];
  for (const asked of questions) {
    const spot = spotFor(asked, hosts, answers, top);
    if (!spot) continue;
    const required = mustBeCalledRequired(asked, spot, { answers, hosts });
    const host = { asked: { ...asked, required }, revealed: new Map(), chosen: spot.chosen };
    spot.list.push(host);
    hosts.push(host);
  }
  return top;
}

/** Put what is about questions in the order in which they are read; what is about none of them comes first. */
export function inOrderRead<T>(
  places: readonly Placed[],
  things: readonly T[],
  idOf: (thing: T) => string,
): T[] {
  const ids = idsIn(places);
  return things.toSorted((one, other) => ids.indexOf(idOf(one)) - ids.indexOf(idOf(other)));
}

function idsIn(places: readonly Placed[]): string[] {
  return places.flatMap(({ asked, revealed }) => [
    asked.id,
    ...[...revealed.values()].flatMap(idsIn),
  ]);
}

/**
 * Tell whether a question must be answered, or may yet have to be by what is answered beside it.
 *
 * A rule's outcome hangs on the answers that it read, and on no others.
 */
function mustBeCalledRequired(
  { required, requiredWhen }: CompiledQuestion,
  { chosen }: Spot,
  { answers, hosts }: { answers: Answers; hosts: readonly Host[] },
): boolean {
  if (!requiredWhen) return required;
  const read = new Set<string | symbol>();
  const watched = new Proxy<Answers>(
    { ...answers, ...chosen },
    {
      get: (target, name) => {
        read.add(name);
        return Reflect.get(target, name);
      },
    },
  );
  const isOpen = ({ asked: { id } }: Host) => read.has(id) && !Object.hasOwn(chosen, id);
  return requiredWhen(watched) || hosts.some(isOpen);
}

function spotFor(
  asked: CompiledQuestion,
  hosts: readonly Host[],
  answers: Answers,
  top: Placed[],
): Spot | undefined {
  const { when } = asked;
  const alone = { list: top, chosen: {} };
  if (!when) return alone;
  for (const host of [...hosts].reverse()) {
    const choices = choicesThatReveal(when, host.asked, answers);
    const [only] = choices;
    if (only) return choices.length === 1 ? spotUnder(host, only) : alone;
  }
  return when(answers) ? alone : undefined;
}

type Choice = readonly [value: string, answer: Answers[string]];

function spotUnder({ revealed, chosen, asked }: Host, [value, answer]: Choice): Spot {
  const list = revealed.get(value) ?? [];
  revealed.set(value, list);
  return { list, chosen: { ...chosen, [asked.id]: answer } };
}

/** The choices of `host` with which the rule holds although it does not hold without an answer. */
function choicesThatReveal(
  when: NonNullable<CompiledQuestion["when"]>,
  host: CompiledQuestion,
  answers: Answers,
): Choice[] {
  const { [host.id]: _answer, ...others } = answers;
  const choices = choicesOf(host.question);
  if (choices.length === 0 || when(others)) return [];
  return choices.filter(([, answer]) => when({ ...others, [host.id]: answer }));
}

function choicesOf(question: CompiledQuestion["question"] | Question): Choice[] {
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
