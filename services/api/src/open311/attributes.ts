import type { ItemQuestion, Page, Question, Service } from "@guildhall/contract";
import { descriptionQuestion, isConditional } from "./questions.ts";
import type { Attribute } from "./schemas.ts";

/**
 * What a service asks, as an Open311 client shows it.
 *
 * A client knows no conditions, so what is asked only under one is optional and says when. Information that is shown
 * always is an attribute to read. What a client sends in fields of its own anyway is `server_set`: FixMyStreet asks
 * nobody for that.
 */
export function attributesOf(service: Service): Attribute[] {
  const listed = service.form.pages.flatMap((page) => attributesOnPage(service, page));
  return [...listed, ...fixMyStreets].map((attribute, at) => ({ ...attribute, order: at + 1 }));
}

type Unordered = Omit<Attribute, "order">;

function attributesOnPage(service: Service, page: Page): Unordered[] {
  if (page.kind === "information") return page.when === undefined ? [information(page)] : [];
  return page.questions.flatMap((question) => attributesFor(service, page, question));
}

function information({ id, title, text = "" }: Page): Unordered {
  return {
    variable: false,
    code: `page_${id}`,
    datatype: "string",
    required: false,
    datatype_description: null,
    description: [title, text].filter((part) => part !== "").join("\n\n"),
  };
}

function attributesFor(service: Service, page: Page, question: Question): Unordered[] {
  if (question.type === "files" || question.type === "calculated") return [];
  const conditions = [page.when, question.when];
  if (question.type !== "group") {
    const automated = isAutomatic(service, question) ? { automated: "server_set" as const } : {};
    const required = isAlwaysRequired(question) && !isConditional(page, question);
    return [{ ...attribute(service, question, conditions), required, ...automated }];
  }
  const one = isAlwaysRequired(question) && question.min > 0 && !isConditional(page, question);
  return question.questions.map((item) => ({
    ...attribute(service, item, [...conditions, item.when]),
    code: `${question.id}_${item.id}`,
    required: one && isAlwaysRequired(item) && item.when === undefined,
    description: `${question.label}: ${item.label}`,
  }));
}

function attribute(
  service: Service,
  question: ItemQuestion,
  conditions: readonly (string | undefined)[],
): Omit<Unordered, "required"> {
  const words = [question.hint, formatOf(question), onlyIf(service, conditions)];
  const values = valuesOf(question);
  return {
    variable: true,
    code: question.id,
    datatype: isApproximate(question) ? "string" : datatypes[question.type],
    datatype_description: words.filter((part) => part !== undefined).join(" ") || null,
    description: question.type === "declaration" ? question.statement : question.label,
    ...(values ? { values } : {}),
  };
}

const datatypes: Readonly<Record<ItemQuestion["type"], Attribute["datatype"]>> = {
  text: "string",
  "long-text": "text",
  number: "number",
  money: "number",
  date: "datetime",
  "date-range": "string",
  time: "string",
  "yes-no": "singlevaluelist",
  radios: "singlevaluelist",
  select: "singlevaluelist",
  checkboxes: "multivaluelist",
  name: "string",
  email: "string",
  phone: "string",
  address: "text",
  location: "text",
  organisation: "string",
  "vehicle-registration": "string",
  declaration: "singlevaluelist",
  "bank-details": "string",
};

const formats: Partial<Record<ItemQuestion["type"], string>> = {
  date: "A date, like 2026-03-27.",
  time: "A time, like 21:30.",
  money: "An amount in pounds, like 12.50.",
  "date-range": "The first day and the last, like 2026-03-27 to 2026-03-29.",
  address: "The lines of the address, apart by commas, with the town and the postcode last.",
  location: "Where the place is, in words. Send its position as lat and long.",
  organisation: "The name, and in brackets the company or charity number if there is one.",
  "vehicle-registration": "A registration number, like AB12 CDE.",
  "bank-details":
    "The name on the account, the sort code and the account number, apart by commas; then the roll number, if there is one.",
};

function formatOf(question: ItemQuestion): string | undefined {
  if (isApproximate(question))
    return "A date, like 2026-03-27, or a month or year, like 2026-03 or 2026.";
  return formats[question.type];
}

function isApproximate(question: ItemQuestion): boolean {
  return question.type === "date" && question.approximate;
}

/** What only some must answer is checked when it is sent, and not asked of all. */
function isAlwaysRequired({ required, requiredWhen }: Question): boolean {
  return required && requiredWhen === undefined;
}

function valuesOf(question: ItemQuestion): Attribute["values"] {
  if (question.type === "yes-no") {
    return [
      { key: "yes", name: "Yes" },
      { key: "no", name: "No" },
    ];
  }
  if (question.type === "declaration") return [{ key: "yes", name: "I confirm this" }];
  if (!("options" in question)) return undefined;
  return question.options.map(({ value, label }) => ({ key: value, name: label }));
}

function onlyIf({ form }: Service, ids: readonly (string | undefined)[]): string | undefined {
  const names = form.conditions.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return names.length === 0 ? undefined : `Answer only if: ${names.join("; ")}.`;
}

/** A client sends who reports, and what in their own words, in fields that are not attributes. */
function isAutomatic(service: Service, { id }: Question): boolean {
  const { name, email, phone } = service.contact;
  return [name, email, phone, descriptionQuestion(service)?.id].includes(id);
}

/** What FixMyStreet knows of every report, and sends where it is asked for. */
const fixMyStreets: readonly Unordered[] = [
  ["easting", "number", "Easting of the place on the British National Grid"],
  ["northing", "number", "Northing of the place on the British National Grid"],
  ["fixmystreet_id", "string", "The number of the report on FixMyStreet"],
].map(([code = "", datatype, description = ""]) => ({
  variable: true,
  code,
  datatype: datatype === "number" ? "number" : "string",
  required: false,
  datatype_description: null,
  description,
  automated: "server_set",
}));
