import {
  type DraftDefinition,
  Fact,
  type ItemQuestion,
  type MappingSources,
  type Question,
} from "@guildhall/contract";
import { partsOf } from "@guildhall/forms";
import { changeKinds } from "@guildhall/mapping";
import { createSayer } from "../conditions/say.ts";
import { factWords } from "../words/source-words.ts";

type SourceQuestion = MappingSources["pages"][number]["questions"][number];

/** List all that a row of a mapping can be made of, by the names that people know; datasets and code lists are given. */
export function mappingSources(
  definition: DraftDefinition,
  { datasets, lists }: Pick<MappingSources, "datasets" | "lists">,
): MappingSources {
  const say = createSayer(definition);
  const { pages, conditions } = definition.form;
  return {
    pages: pages
      .map(({ title, questions }) => ({ title, questions: questions.flatMap(withParts) }))
      .filter(({ questions }) => questions.length > 0),
    facts: Fact.options.map((fact) => ({ fact, words: factWords[fact] })),
    datasets,
    conditions: conditions.map(({ id, name, when }) => ({ id, name, sentence: say(when) })),
    changes: [...changeKinds],
    lists,
  };
}

function withParts(question: Question): SourceQuestion[] {
  if (question.type !== "group") return asked(question);
  const items = question.questions.flatMap((item) => asked(item));
  return [...asked(question), ...items.map((item) => ({ ...item, group: question.id }))];
}

function asked(question: Question | ItemQuestion): SourceQuestion[] {
  const { id, label, type } = question;
  const whole = {
    answer: id,
    label,
    type,
    hasOptions: "options" in question,
    repeats: repeats(type),
  };
  const parts = partsOf(type).map((part) => ({
    answer: `${id}.${part}`,
    label: `${label} (${partWords[part] ?? part})`,
    type: "text",
    hasOptions: false,
    repeats: false,
  }));
  return [whole, ...parts];
}

function repeats(type: Question["type"]): boolean {
  return type === "group" || type === "checkboxes" || type === "files";
}

/** The parts of answers, as people know them. */
const partWords: Readonly<Record<string, string>> = {
  line1: "first line",
  line2: "second line",
  town: "town",
  postcode: "postcode",
  uprn: "property reference number",
  easting: "easting",
  northing: "northing",
  latitude: "latitude",
  longitude: "longitude",
  description: "in words",
  name: "name",
  number: "number",
  from: "first day",
  to: "last day",
  accountName: "name on the account",
  sortCode: "sort code",
  accountNumber: "account number",
  rollNumber: "roll number",
};
