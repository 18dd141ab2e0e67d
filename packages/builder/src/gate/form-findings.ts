import type { DraftDefinition, DraftFinding } from "@guildhall/contract";
import { checkForm, type FormFault, type FormFaultCode } from "@guildhall/forms";
import { questionsOf } from "../conditions/questions.ts";
import { pathInForm } from "./check/form-place.ts";
import { fillIn } from "./fill-in.ts";
import { partPath } from "./gate.ts";

/** What is wrong with a draft's form, each in a sentence that says what to do. */
export function formFindings(definition: DraftDefinition): DraftFinding[] {
  if (definition.form.pages.length === 0) return [];
  const { form } = fillIn(definition);
  const name = namesIn(definition);
  return checkForm(form).map((fault) => ({
    section: "questions",
    at: partPath(definition, pathInForm(form, fault.place)),
    sentence: sentences[fault.code](name.place(fault), name.of(fault.detail)),
    code: fault.code,
    advice: false,
  }));
}

interface Names {
  /** What a fault is about, by its title. */
  place(fault: FormFault): string;
  /** A question, condition or section, by its title; what is none of these as it stands. */
  of(id: string): string;
}

function namesIn(definition: DraftDefinition): Names {
  const { pages, conditions, sections } = definition.form;
  const asked = questionsOf(definition);
  const questions = new Map(asked.map(({ question }) => [question.id, question.label]));
  const titles = new Map([
    ...pages.map(({ id, title }) => [`page ${id}`, title] as const),
    ...sections.map(({ id, title }) => [`section ${id}`, title] as const),
    ...conditions.map(({ id, name }) => [`condition ${id}`, name] as const),
  ]);
  const labelOf = (id: string) => questions.get(id.split(".").at(-1) ?? "") ?? questions.get(id);
  const of = (id: string) =>
    labelOf(id) ?? titles.get(`condition ${id}`) ?? titles.get(`section ${id}`) ?? id;
  return {
    of: (id) => `“${of(id)}”`,
    place: ({ place: { page = "", question, condition, section } }) => {
      if (question !== undefined) return `“${labelOf(question) ?? question}”`;
      if (page !== "") return `The page “${titles.get(`page ${page}`) ?? page}”`;
      if (section !== undefined)
        return `The section “${titles.get(`section ${section}`) ?? section}”`;
      return `The condition “${titles.get(`condition ${condition}`) ?? condition}”`;
    },
  };
}

type Say = (where: string, what: string) => string;

const sentences: Readonly<Record<FormFaultCode, Say>> = {
  "page-duplicate": (where) => `${where} has the name of another page: give it a name of its own.`,
  "page-reserved": (where) =>
    `${where} has a name that every service uses itself: give it another.`,
  "condition-duplicate": (where) =>
    `${where} has the name of another condition: give it a name of its own.`,
  "question-duplicate": (where) =>
    `${where} has the name of another question: give it a name of its own.`,
  "option-duplicate": (where, what) =>
    `${where} has two options with the value ${what}: give one of them another, or remove it.`,
  "range-empty": (where) => `No answer to ${where} is allowed: its least is more than its most.`,
  "page-without-form": (where) =>
    `${where} only tells something: make it a page of questions, or move its questions elsewhere.`,
  "condition-unknown": (where) =>
    `${where} is shown under a condition that is gone: choose another, or show it always.`,
  "condition-circular": (where, what) =>
    `${where} waits for ${what}, which is asked only with it: let its condition look at earlier questions.`,
  "reference-unknown": (where, what) =>
    `${where} goes by the condition ${what}, which is gone: choose another, or take that row out.`,
  "condition-loop": (where, what) =>
    `${where} goes by ${what}, which goes by it in turn: take one of the two rows out.`,
  "condition-too-large": (where) =>
    `${where} has grown too large with the conditions that it goes by: make it simpler.`,
  "question-unknown": (where, what) =>
    `${where} looks at ${what}, a question that is gone: choose another question, or take that row out.`,
  "question-later": (where, what) =>
    `${where} depends on ${what}, which is asked only later: move it behind that question.`,
  "operator-not-allowed": (where, what) =>
    `${where} is written with ${what}, which is not allowed there: build it from rows.`,
  "value-too-large": (where) => `${where} is worked out in too many parts: make it simpler.`,
  "section-duplicate": (where) =>
    `${where} has the name of another section: give it a name of its own.`,
  "section-empty": (where) => `${where} has no pages: give it some, or remove it.`,
  "section-unknown": (where, what) =>
    `${where} is in the section ${what}, which is gone: choose another.`,
  "section-missing": (where) => `${where} is in no section: choose the section that it belongs to.`,
  "section-scattered": (where, what) =>
    `${where} stands apart from the other pages of ${what}: move it beside them.`,
};
