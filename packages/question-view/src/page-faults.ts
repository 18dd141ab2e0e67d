import type { Fault, Language, Page, Question } from "@guildhall/contract";
import { partsOf, sentenceFor } from "@guildhall/forms";

/** What is wrong with one field of a page. */
export interface FieldFault {
  /** The name of the field: `noiseDates-0-date`. */
  readonly field: string;
  readonly sentence: string;
  /** Where the error summary leads: the control to put right. */
  readonly target: string;
  /** The parts of a date that are missing or wrong; none where all of it is. */
  readonly parts: readonly string[];
}

type AnyQuestion = Pick<Question, "type" | "id">;

/** Say what is wrong with a page, fault by fault, in the order of its fields. */
export function faultsOn(
  page: Page,
  faults: readonly Fault[],
  language: Language = "en",
): FieldFault[] {
  const all = page.questions.flatMap((question) =>
    faults
      .filter(({ pointer }) => pointer.split("/")[1] === question.id)
      .map((fault) => fieldFault(question, fault, language)),
  );
  return all.filter(({ field }, at) => all.findIndex((other) => other.field === field) === at);
}

function fieldFault(question: Question, fault: Fault, language: Language): FieldFault {
  const [, ...path] = fault.pointer.split("/");
  const inner = innermost(question, path);
  const field = [...path, ...firstPart(inner, path)].join("-");
  const parts = isDate(inner, path) ? (fault.detail?.split(" and ") ?? []) : [];
  const sentence = sentenceFor(question, fault, language);
  return { field, sentence, target: targetOf(inner, { field, path, parts }), parts };
}

/** The question that a pointer leads to: within a group, an item's. */
function innermost(question: Question, path: readonly string[]): AnyQuestion {
  if (question.type !== "group" || path.length < 3) return question;
  return question.questions.find(({ id }) => id === path[2]) ?? question;
}

/** The control that a question begins with, as a part of its name: `startedOn-day`. */
export function firstControl(question: AnyQuestion): string {
  const { id, type } = question;
  if (type === "date") return `${id}-day`;
  if (type === "date-range") return `${id}-from-day`;
  return [id, ...firstPart(question, [id])].join("-");
}

/** What is wrong with all of an answer is said at the first of its lines; a place and a range say it above them. */
function firstPart({ id, type }: AnyQuestion, path: readonly string[]): readonly string[] {
  const saidAbove = type === "location" || type === "date-range";
  return saidAbove || path.at(-1) !== id ? [] : partsOf(type).slice(0, 1);
}

function targetOf(
  inner: AnyQuestion,
  { field, path, parts }: { field: string; path: readonly string[]; parts: readonly string[] },
): string {
  if (isDate(inner, path)) return `${field}-${parts[0] ?? firstUnit(inner)}`;
  return inner.type === "date-range" ? `${field}-from-day` : field;
}

function isDate({ id, type }: AnyQuestion, path: readonly string[]): boolean {
  return type === "date" || (type === "date-range" && path.at(-1) !== id);
}

/** An approximate date can do without its day, and is looked at from its year. */
function firstUnit(question: AnyQuestion): string {
  return "approximate" in question && question.approximate === true ? "year" : "day";
}
