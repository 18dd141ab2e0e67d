import { Address, type Form, type Mapping, type Question, type Row } from "@guildhall/contract";
import { checkLabel, checkList } from "./check-options.ts";
import { collect, MappingFault, type Place, placeOf, wholeMapping } from "./fault.ts";

type Questions = ReadonlyMap<string, Question>;

interface Context {
  readonly format: Mapping["format"];
  readonly conditions: ReadonlySet<string>;
  readonly faults: MappingFault[];
}

/** Collect what a mapping asks of a form that the form does not have. */
export function checkAgainstForm(mapping: Mapping, form: Form, faults: MappingFault[]): void {
  const conditions = new Set(form.conditions.map(({ id }) => id));
  const questions = byId(form.pages.flatMap((page) => page.questions));
  checkRows(
    mapping.rows,
    { questions, place: wholeMapping },
    { format: mapping.format, conditions, faults },
  );
}

interface Reach {
  readonly questions: Questions;
  readonly place: Place;
}

function checkRows(
  rows: readonly Row[],
  { questions, place: outer }: Reach,
  context: Context,
): void {
  rows.forEach((row, index) => {
    const place = placeOf(outer, index, row.target);
    if (row.when !== undefined && !context.conditions.has(row.when)) {
      context.faults.push(new MappingFault(place, `the form has no condition “${row.when}”`));
    }
    for (const answer of joinedAnswers(row)) {
      collect(context.faults, () => findQuestion(answer, questions, place));
    }
    collect(context.faults, () => checkAnswer(row, { questions, place }, context));
    const inside = collect(context.faults, () => withItems(row, questions, place)) ?? questions;
    checkRows(row.rows ?? [], { questions: inside, place }, context);
  });
}

function joinedAnswers({ from }: Row): string[] {
  if (!from || !("join" in from)) return [];
  return from.join.flatMap((part) => ("answer" in part ? part.answer : []));
}

function checkAnswer(row: Row, { questions, place }: Reach, { format, faults }: Context): void {
  if (!row.from || !("answer" in row.from)) return;
  const { question, part } = findQuestion(row.from.answer, questions, place);
  const asked = part === undefined ? question : undefined;
  const reasons = [
    ...(format === "xml" ? checkParts(row, asked) : []),
    ...checkList(row, asked),
    ...checkLabel(row, question),
  ];
  faults.push(...reasons.map((reason) => new MappingFault(place, reason)));
}

/** An XML element holds text, which an address becomes by any change and a group never. */
function checkParts({ change = [] }: Row, asked: Question | undefined): string[] {
  const hasParts = asked?.type === "group" || (asked?.type === "address" && change.length === 0);
  return hasParts ? [`“${asked.id}” has parts; name one, or change an address to text`] : [];
}

/** The questions in reach of a row's own rows: with `each`, the group's before the form's. */
function withItems({ each }: Row, questions: Questions, place: Place): Questions {
  if (each === undefined) return questions;
  const group = questions.get(each);
  if (group?.type !== "group") throw new MappingFault(place, `the form has no group “${each}”`);
  const twice = group.questions.find(({ id }) => questions.has(id));
  if (twice) {
    throw new MappingFault(place, `“${twice.id}” is asked both in the group and outside it`);
  }
  return new Map([...questions, ...byId(group.questions)]);
}

function findQuestion(
  path: string,
  questions: Questions,
  place: Place,
): { question: Question; part?: string } {
  const [head = "", ...rest] = path.split(".");
  const question = questions.get(head);
  if (!question) throw new MappingFault(place, `the form has no question “${head}”`);
  const [part] = rest;
  if (part === undefined) return { question };
  if (question.type === "group")
    return findQuestion(rest.join("."), byId(question.questions), place);
  if (question.type !== "address" || rest.length > 1 || !Object.hasOwn(Address.shape, part)) {
    throw new MappingFault(place, `the question “${head}” has no part “${rest.join(".")}”`);
  }
  return { question, part };
}

function byId(questions: readonly Question[]): Questions {
  return new Map(questions.map((question) => [question.id, question]));
}
