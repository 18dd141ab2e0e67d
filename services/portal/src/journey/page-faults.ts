import type { Fault, Page, Question } from "@guildhall/contract";
import { sentenceFor } from "@guildhall/forms";

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

/** Say what is wrong with a page, fault by fault, in the order of its questions. */
export function faultsOn(page: Page, faults: readonly Fault[]): FieldFault[] {
  const all = page.questions.flatMap((question) =>
    faults
      .filter(({ pointer }) => pointer.split("/")[1] === question.id)
      .map((fault) => fieldFault(question, fault)),
  );
  return all.filter(({ field }, at) => all.findIndex((other) => other.field === field) === at);
}

function fieldFault(question: Question, fault: Fault): FieldFault {
  const [, ...path] = fault.pointer.split("/");
  const inner = innermost(question, path);
  const field = [...path, ...(inner.type === "address" && isWhole(inner, path) ? ["line1"] : [])];
  const parts = inner.type === "date" ? (fault.detail?.split(" and ") ?? []) : [];
  const name = field.join("-");
  return {
    field: name,
    sentence: sentenceFor(question, fault),
    target: inner.type === "date" ? `${name}-${parts[0] ?? "day"}` : name,
    parts,
  };
}

/** The question that a pointer leads to: within a group, an item's. */
function innermost(question: Question, path: readonly string[]): AnyQuestion {
  if (question.type !== "group" || path.length < 3) return question;
  return question.questions.find(({ id }) => id === path[2]) ?? question;
}

function isWhole({ id }: AnyQuestion, path: readonly string[]): boolean {
  return path.at(-1) === id;
}
