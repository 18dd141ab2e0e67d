import type { Answers, ItemQuestion, Question, Service } from "@guildhall/contract";
import { readFields } from "@guildhall/forms";
import { locationFields, partFields } from "./composite.ts";
import { refusal } from "./errors.ts";
import type { Form } from "./form-fields.ts";
import { addressFields, readPlace } from "./place.ts";
import { descriptionQuestion } from "./questions.ts";
import { dateFields, periodFields, yesOrNo } from "./values.ts";

type Field = readonly [name: string, values: readonly string[]];

/** The most items of a group that are read. */
const mostItems = 50;

/**
 * Read the answers to a form out of what an Open311 client sent.
 *
 * Each question is answered by the attribute of its name, and else by the field that the protocol has for it. What
 * cannot be read stays as it was sent, for the form to refuse in its own words.
 */
export function readAnswers(service: Service, form: Form): Answers {
  const answers = service.form.pages.map((page) => {
    const fields = page.questions.flatMap((question) => fieldsFor(service, question, form));
    return readFields(page, new Map(fields));
  });
  return Object.assign({}, ...answers);
}

function fieldsFor(service: Service, question: Question, form: Form): Field[] {
  if (question.type === "files" || question.type === "calculated") return [];
  if (question.type === "group")
    return question.questions.flatMap((item) => itemFields(question.id, item, form));
  const texts = textsFor(service, question, form);
  const place = readPlace(service, form);
  const grid = place?.question.id === question.id ? place.grid : {};
  return fieldsOf(question, question.id, texts, grid);
}

/** The values of one attribute of a group are those of its first item, its second, and so on. */
function itemFields(group: string, item: ItemQuestion, form: Form): Field[] {
  const code = `${group}_${item.id}`;
  const values = form.attribute(code);
  if (values.length > mostItems)
    throw refusal(`attribute[${code}]`, `attribute[${code}] has more than ${mostItems} values`);
  return values.flatMap((value, at) => fieldsOf(item, `${group}-${at}-${item.id}`, [value]));
}

function fieldsOf(
  question: ItemQuestion,
  name: string,
  texts: readonly string[],
  grid: Readonly<Record<string, string>> = {},
): Field[] {
  const text = texts.find((value) => value !== "") ?? "";
  switch (question.type) {
    case "address":
      return text === "" ? [] : addressFields(name, text, grid);
    case "checkboxes":
      return [[name, texts.flatMap((value) => value.split(",")).map((value) => value.trim())]];
    case "location":
      return locationFields(name, text, grid);
    case "date":
      return question.approximate ? periodFields(name, text) : dateFields(name, text);
    case "date-range":
    case "organisation":
    case "bank-details":
      return partFields(question, name, text);
    case "yes-no":
    case "declaration":
      return [[name, [yesOrNo(text)]]];
    default:
      return [[name, [text]]];
  }
}

function textsFor(service: Service, question: ItemQuestion, form: Form): readonly string[] {
  const sent = form.attribute(question.id);
  if (sent.some((value) => value !== "")) return sent;
  const { contact } = service;
  switch (question.id) {
    case contact.name:
      return [nameIn(form)];
    case contact.email:
      return [form.text("email") ?? ""];
    case contact.phone:
      return [form.text("phone") ?? ""];
    case descriptionQuestion(service)?.id:
      return [shortened(form.text("description") ?? "", question)];
    case readPlace(service, form)?.question.id:
      return [form.text("address_string") ?? ""];
    default:
      return sent;
  }
}

/** The name of who reports; FixMyStreet says `-` for one that it does not know. */
export function nameIn(form: Form): string {
  const parts = [form.text("first_name"), form.text("last_name")];
  return parts.filter((part) => part !== undefined && part !== "-").join(" ");
}

/** A description that is longer than its question holds is cut there; the whole of it goes into the note. */
function shortened(text: string, question: ItemQuestion): string {
  const most = question.type === "long-text" ? question.maxLength : text.length;
  return isTooLong(text, question) ? `${[...text].slice(0, most - 1).join("")}…` : text;
}

export function isTooLong(text: string, question: Pick<Question, "type">): boolean {
  return "maxLength" in question && [...text].length > Number(question.maxLength);
}
