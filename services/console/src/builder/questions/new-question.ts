import { type DraftDefinition, type PartPath, Question } from "@guildhall/contract";
import type { FieldEdit } from "../ground/save-edits.tsx";
import type { AnyQuestion } from "./held.ts";
import { nameOfQuestion } from "./names.ts";
import {
  blankQuestion,
  editsAt,
  type ReadQuestion,
  readQuestion,
  type Shown,
} from "./read-question.ts";

export interface NewQuestion extends Pick<ReadQuestion, "question" | "faults"> {
  /** What adds it to its list; what does not fit is said last, so that the API refuses it by its field. */
  readonly edits: readonly FieldEdit[];
}

interface Entered {
  readonly blank: AnyQuestion;
  readonly typed: Shown;
}

/** Read the form of a new question, which gets its name from what it asks; so does the first of a group. */
export function newQuestion(
  definition: DraftDefinition,
  list: PartPath,
  { blank, typed }: Entered,
): NewQuestion {
  const read = readQuestion(blank, typed);
  const id = nameOfQuestion(definition, typed.get("label") ?? "");
  const at = `${list}/${id}`;
  const named = { ...read.question, id };
  const unfit = read.unfit.flatMap((one) => editsAt(at, one));
  if (named.type !== "group") {
    return { question: named, faults: read.faults, edits: [added(list, named), ...unfit] };
  }
  const first = firstOf(definition, { at, id }, typed);
  const question = Question.parse({ ...named, questions: [first.question] });
  return {
    question,
    faults: { ...read.faults, ...first.faults },
    edits: [added(list, question), ...unfit, ...first.edits],
  };
}

function added(to: PartPath, item: AnyQuestion): FieldEdit {
  return { edit: { act: "add", to, item }, field: "label" };
}

/** The first question of a group, which takes a short answer. */
function firstOf(
  definition: DraftDefinition,
  group: { readonly at: PartPath; readonly id: string },
  typed: Shown,
): NewQuestion {
  const label = typed.get("first")?.trim() ?? "";
  const own = nameOfQuestion(definition, label);
  const id = own === group.id ? `${own}Of` : own;
  const { question, unfit } = readQuestion(blankQuestion("text", id), new Map([["label", label]]));
  const at = `${group.at}/questions/${id}`;
  const edits = unfit.flatMap((one) => editsAt(at, one)).map((one) => ({ ...one, field: "first" }));
  const faults = label === "" ? { first: "Enter the first question of each" } : {};
  return { question, faults, edits };
}
