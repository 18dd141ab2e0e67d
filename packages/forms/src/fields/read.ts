import type { Answers, Page } from "@guildhall/contract";
import { partsOf } from "../kinds/parts-of.ts";
import type { AnyQuestion, QuestionOf } from "../question.ts";
import type { Answer } from "../sheet.ts";
import { joinDate, joinPeriod, parseNumber, parseTime } from "./parse.ts";

/** What an HTML form sent: the values of each field, by name. */
export type Fields = ReadonlyMap<string, readonly string[]>;

const maxItems = 50;
const numberParts = new Set(["easting", "northing", "latitude", "longitude"]);

/**
 * Read a page's fields as raw answers, blank ones left out.
 *
 * What a person wrote is taken as kindly as it can be; what cannot be read stays as it was written, for
 * `checkPage` to refuse. Files are not among the fields.
 */
export function readFields(page: Page, fields: Fields): Answers {
  return readQuestions(page.questions, "", fields);
}

function readQuestions(questions: readonly AnyQuestion[], prefix: string, fields: Fields): Answers {
  const answers: Answers = {};
  for (const question of questions) {
    const answer = readQuestion(question, prefix + question.id, fields);
    if (answer !== undefined) answers[question.id] = answer;
  }
  return answers;
}

function readQuestion(question: AnyQuestion, name: string, fields: Fields): Answer | undefined {
  switch (question.type) {
    case "checkboxes":
      return filled((fields.get(name) ?? []).filter((value) => value !== ""));
    case "date":
      return readDate(name, fields, question.approximate);
    case "date-range":
      return filledIn({
        from: readDate(`${name}-from`, fields),
        to: readDate(`${name}-to`, fields),
      });
    case "address":
    case "location":
    case "organisation":
    case "bank-details":
      return readParts(question, name, fields);
    case "group":
      return readGroup(question, name, fields);
    case "files":
    case "calculated":
      return undefined;
    default: {
      const text = textOf(name, fields);
      return text === "" ? undefined : readText(question, text);
    }
  }
}

function readText(question: AnyQuestion, text: string): Answer {
  switch (question.type) {
    case "number":
      return parseNumber(text, question.unit) ?? text;
    case "money":
      return parseNumber(text) ?? text;
    case "declaration":
      return text === "yes" || text;
    case "time":
      return parseTime(text) ?? text;
    case "yes-no":
      return text === "yes" || (text === "no" ? false : text);
    default:
      return text;
  }
}

function readDate(name: string, fields: Fields, isApproximate = false): Answer | undefined {
  const [day = "", month = "", year = ""] = ["day", "month", "year"].map((part) =>
    textOf(`${name}-${part}`, fields),
  );
  if (day + month + year === "") return undefined;
  return isApproximate ? joinPeriod(day, month, year) : joinDate(day, month, year);
}

function readParts({ type }: AnyQuestion, name: string, fields: Fields): Answer | undefined {
  const texts = partsOf(type).map((part) => [part, textOf(`${name}-${part}`, fields)] as const);
  return filledIn(
    Object.fromEntries(
      texts.map(([part, text]) => [
        part,
        text === "" ? undefined : numberParts.has(part) ? (parseNumber(text) ?? text) : text,
      ]),
    ),
  );
}

/** The parts that were filled in; nothing where none was. */
function filledIn(parts: Readonly<Record<string, Answer | undefined>>): Answer | undefined {
  const filled = Object.entries(parts).filter(([, value]) => value !== undefined);
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}

/** Items keep their places, so that a fault's index is the index on the page; blank ones at the end are left out. */
function readGroup(group: QuestionOf<"group">, name: string, fields: Fields): Answer | undefined {
  const items = Array.from({ length: maxItems }, (_, index) =>
    readQuestions(group.questions, `${name}-${index}-`, fields),
  );
  const last = items.findLastIndex((item) => Object.keys(item).length > 0);
  return filled(items.slice(0, last + 1));
}

/** A browser sends line breaks as CR LF; they are kept, and counted, as LF. */
function textOf(name: string, fields: Fields): string {
  return (fields.get(name)?.[0] ?? "").replaceAll("\r\n", "\n").trim();
}

function filled<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
