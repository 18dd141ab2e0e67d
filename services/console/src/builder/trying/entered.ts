import type { Answers, Fault, Question, ServiceDraft } from "@guildhall/contract";
import {
  type CompiledForm,
  checkAnswers,
  compileForm,
  createSampler,
  type Fields,
  FormFault,
  partsOf,
  readFields,
  sentenceFor,
  ukDate,
  writeFields,
} from "@guildhall/forms";
import type { Faults } from "../../pages/frame.ts";

/** The form of a draft, ready to be filled in; undefined while it cannot work. */
export function formOfDraft({ definition }: Pick<ServiceDraft, "definition">) {
  const { form } = definition;
  if (form.pages.length === 0) return undefined;
  try {
    return compileForm(form);
  } catch (error) {
    if (error instanceof FormFault) return undefined;
    throw error;
  }
}

/** Fields that hold answers which the form takes, for somebody to change those that matter to them. */
export function madeUpFields(form: CompiledForm, now: Date): Fields {
  const answers = createSampler(form, ukDate(now)).usual() ?? {};
  return fieldsOf(form, answers);
}

export function fieldsOf({ form }: CompiledForm, answers: Answers): Fields {
  return new Map(form.pages.flatMap((page) => [...writeFields(page, answers)]));
}

/** Read what was typed as answers, or say what is wrong with it, by field. */
export function entered(
  form: CompiledForm,
  fields: Fields,
  now: Date,
): { answers: Answers } | { faults: Faults } {
  const typed = Object.assign({}, ...form.form.pages.map((page) => readFields(page, fields)));
  const checked = checkAnswers(form, typed, ukDate(now));
  if ("answers" in checked) return checked;
  const faults = checked.faults.filter(({ pointer }) => !asksForFiles(form, pointer));
  if (faults.length === 0) return { answers: typed };
  return { faults: Object.fromEntries(faults.map((fault) => said(form, fault))) };
}

/** A sample has no files, and is taken without. */
function asksForFiles({ questions }: CompiledForm, pointer: string): boolean {
  return questions.get(pointer.split("/")[1] ?? "")?.question.type === "files";
}

function said({ questions }: CompiledForm, fault: Fault): [field: string, sentence: string] {
  const parts = fault.pointer.split("/").slice(1);
  const question = questions.get(parts[0] ?? "")?.question;
  if (question) return [fieldOf(question, parts), sentenceFor(question, fault)];
  const exit = `These answers end at “${fault.detail}”, so nothing is sent. Change one of them.`;
  return [wholeForm, fault.code === "exit" ? exit : "These answers do not fit the form."];
}

/** What a fault is about that is of no question. */
export const wholeForm = "all-answers";

/** The field that a fault leads to: of an answer in several parts the first, where it is about all of them. */
function fieldOf(question: Question, parts: readonly string[]): string {
  const [, , ...inItem] = parts;
  const isItem = question.type === "group" && inItem.length > 0;
  const asked = isItem ? question.questions.find(({ id }) => id === inItem[0]) : question;
  const [first] = asked ? partsOf(asked.type) : [];
  const isWhole = first !== undefined && parts.length === (isItem ? 3 : 1);
  return [...parts, ...(isWhole ? [first] : [])].join("-");
}
