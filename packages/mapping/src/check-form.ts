import {
  Address,
  BankDetails,
  DateRange,
  type Form,
  Location,
  type Mapping,
  Organisation,
  type Question,
  type Row,
  type Source,
} from "@guildhall/contract";
import type { z } from "zod";
import { checkLabel, checkOptions } from "./check-options.ts";
import { collect, MappingFault, type Place, placeOf, wholeMapping } from "./fault.ts";
import type { CodeLists } from "./field.ts";
import {
  checkGiven,
  type Given,
  givenByDataset,
  givenByFact,
  givenByJoin,
  givenByQuestion,
  hasText,
} from "./given.ts";
import { type Grammar, grammarOf } from "./grammar.ts";

/** A question, and whether every process has an answer to it. */
interface Asked {
  readonly question: Question;
  readonly isCertain: boolean;
}
type Questions = ReadonlyMap<string, Asked>;

interface Context {
  readonly format: Mapping["format"];
  readonly grammar: Grammar;
  readonly conditions: ReadonlySet<string>;
  readonly codes: CodeLists | undefined;
  readonly faults: MappingFault[];
}

/** Collect what a mapping asks of a form that the form does not have. */
export function checkAgainstForm(
  mapping: Mapping,
  form: Form,
  { faults, codes }: Pick<Context, "faults" | "codes">,
): void {
  const conditions = new Set(form.conditions.map(({ id }) => id));
  const questions = form.pages.flatMap(({ when, questions: asked }) =>
    asked.map((question) => askedAs(question, when === undefined)),
  );
  const { format } = mapping;
  const context = { format, grammar: grammarOf(mapping), conditions, codes, faults };
  const reach = { questions: new Map(questions), place: wholeMapping, isCertain: true };
  checkRows(mapping.rows, reach, context);
}

/** What stands around a row. */
interface Reach {
  readonly questions: Questions;
  readonly place: Place;
  /** Whether the row is looked at in every process. */
  readonly isCertain: boolean;
}

function checkRows(rows: readonly Row[], reach: Reach, context: Context): void {
  rows.forEach((row, index) => {
    const { faults, conditions } = context;
    const place = placeOf(reach.place, index, row.target);
    if (row.when !== undefined && !conditions.has(row.when)) {
      faults.push(new MappingFault(place, `the form has no condition “${row.when}”`));
    }
    const here = { ...reach, place, isCertain: reach.isCertain && row.when === undefined };
    checkSources(row, here, context);
    collect(faults, () => checkAnswer(row, here, context));
    const questions = collect(faults, () => withItems(row, here)) ?? reach.questions;
    checkRows(row.rows ?? [], { ...here, questions }, context);
  });
}

/** Check what a row joins or looks up. */
function checkSources(row: Row, reach: Reach, { faults, format }: Context): void {
  const given = collect(faults, () => givenByParts(row.from, reach));
  const reasons = given ? checkGiven(row, given, format) : [];
  faults.push(...reasons.map((reason) => new MappingFault(reach.place, reason)));
}

function givenByParts(from: Source | undefined, reach: Reach): Given | undefined {
  if (!from) return undefined;
  if ("dataset" in from) return givenByDataset(from.dataset, givenBy(from.row, reach));
  if (!("join" in from)) return undefined;
  const parts = from.join.map((part) =>
    "dataset" in part ? givenByParts(part, reach) : givenBy(part, reach),
  );
  return givenByJoin(parts, from.with);
}

/** What a single source gives, or undefined for a constant. */
function givenBy(source: SingleSource, { questions, place }: Reach): Given | undefined {
  if ("value" in source) return undefined;
  if ("fact" in source) return givenByFact(source.fact);
  const found = findQuestion(source.answer, questions, place);
  const given = givenByQuestion(found.question, found);
  if (!hasText(given.kind)) throw new MappingFault(place, `“${given.name}” has parts; name one`);
  return given;
}

type SingleSource = Extract<Source, { dataset: string }>["row"];

function checkAnswer(row: Row, { questions, place, isCertain }: Reach, context: Context): void {
  if (!row.from || !("answer" in row.from)) return;
  const found = findQuestion(row.from.answer, questions, place);
  const { question, part } = found;
  const asked = part === undefined ? question : undefined;
  const misgiven = checkGiven(row, givenByQuestion(question, found), context.format);
  const reasons = [
    ...(misgiven.length > 0 ? misgiven : checkOptions({ ...context, row, place }, asked)),
    ...checkLabel(row, question),
    ...(isCertain ? checkRequired(row, found) : []),
  ];
  context.faults.push(...reasons.map((reason) => new MappingFault(place, reason)));
}

/** What a citizen may leave out must not stop a delivery. */
function checkRequired({ required, from }: Row, { isCertain }: Found): string[] {
  if (!required || isCertain || !from || !("answer" in from)) return [];
  return [`“${from.answer}” may be left unanswered, so it cannot be required without a condition`];
}

/** The questions in reach of a row's own rows: with `each`, what one item answers before the form's. */
function withItems({ each }: Row, { questions, place }: Reach): Questions {
  if (each === undefined) return questions;
  const question = questions.get(each)?.question;
  switch (question?.type) {
    case "checkboxes":
      return new Map([...questions, askedAs({ ...question, type: "radios" }, true)]);
    case "files":
      return new Map([...questions, askedAs(fileOf(question), true)]);
    case "group":
      return new Map([...questions, ...itemQuestions(question, { questions, place })]);
    default:
      throw new MappingFault(place, `the form has no group, checkboxes or files “${each}”`);
  }
}

type OfType<T extends Question["type"]> = Extract<Question, { type: T }>;

/** One file answers with the id of its document. */
function fileOf({ id, label, required }: OfType<"files">): Question {
  return { id, label, required, type: "text", maxLength: 200 };
}

function itemQuestions(
  { questions: items }: OfType<"group">,
  { questions, place }: Pick<Reach, "questions" | "place">,
): Questions {
  const twice = items.find(({ id }) => questions.has(id));
  if (twice) {
    throw new MappingFault(place, `“${twice.id}” is asked both in the group and outside it`);
  }
  return new Map(items.map((item) => askedAs(item, true)));
}

interface Found extends Asked {
  readonly part: string | undefined;
  /** Whether it is one answer for each item of a group. */
  readonly isOfItems: boolean;
}

function findQuestion(path: string, questions: Questions, place: Place): Found {
  const [head = "", part, ...rest] = path.split(".");
  const asked = questions.get(head);
  if (!asked) throw new MappingFault(place, `the form has no question “${head}”`);
  if (part === undefined) return { ...asked, part, isOfItems: false };
  const { question } = asked;
  if (question.type === "group") {
    const items = new Map(question.questions.map((item) => askedAs(item, asked.isCertain)));
    return { ...findQuestion([part, ...rest].join("."), items, place), isOfItems: true };
  }
  const schema = rest.length === 0 ? partOf(question, part) : undefined;
  if (!schema) {
    throw new MappingFault(
      place,
      `the question “${head}” has no part “${[part, ...rest].join(".")}”`,
    );
  }
  const isCertain = asked.isCertain && !schema.safeParse(undefined).success;
  return { question, part, isCertain, isOfItems: false };
}

const wholes: Partial<Record<Question["type"], z.ZodObject>> = {
  address: Address,
  location: Location,
  organisation: Organisation,
  "bank-details": BankDetails,
  "date-range": DateRange,
};

function partOf({ type }: Question, part: string): z.ZodType | undefined {
  const shape = wholes[type]?.shape;
  // A shape's members are schemas, whose kinds zod's core leaves open.
  return shape && Object.hasOwn(shape, part) ? (shape[part] as z.ZodType) : undefined;
}

function askedAs(question: Question, isAsked: boolean): [id: string, asked: Asked] {
  const { id, required, when, requiredWhen } = question;
  const hasItem = question.type !== "group" || question.min > 0;
  const isOwed = required && requiredWhen === undefined && question.type !== "calculated";
  return [id, { question, isCertain: isAsked && isOwed && when === undefined && hasItem }];
}
