import type { Answers, Page } from "@guildhall/contract";
import type { AnyQuestion } from "../question.ts";
import { type Answer, isRecord, own, plainText } from "../sheet.ts";

type Field = readonly [name: string, values: string[]];

/** Write a page's answers as the fields that `readFields` reads, to fill the page in again. */
export function writeFields(page: Page, answers: Answers): Map<string, string[]> {
  return new Map(fieldsOf(page.questions, "", answers));
}

function fieldsOf(
  questions: readonly AnyQuestion[],
  prefix: string,
  answers: Readonly<Record<string, Answer>>,
): Field[] {
  return questions.flatMap((question) => {
    const answer = own(answers, question.id);
    return answer === undefined ? [] : answerFields(question, prefix + question.id, answer);
  });
}

function answerFields(question: AnyQuestion, name: string, answer: Answer): Field[] {
  switch (question.type) {
    case "date":
      return dateFields(name, plainText(answer));
    case "date-range":
      return partsIn(answer).flatMap(([part, date]) =>
        dateFields(`${name}-${part}`, plainText(date)),
      );
    case "address":
    case "location":
    case "organisation":
    case "bank-details":
      return partsIn(answer).map(([part, value]) => [`${name}-${part}`, [plainText(value)]]);
    case "group":
      return listOf(answer).flatMap((item, index) =>
        isRecord(item) ? fieldsOf(question.questions, `${name}-${index}-`, item as Answers) : [],
      );
    case "checkboxes":
      return [[name, listOf(answer).map(plainText)]];
    case "yes-no":
    case "declaration":
      return [[name, [typeof answer === "boolean" ? (answer ? "yes" : "no") : plainText(answer)]]];
    case "files":
    case "calculated":
      return [];
    default:
      return [[name, [plainText(answer)]]];
  }
}

function partsIn(answer: Answer): [part: string, value: unknown][] {
  return isRecord(answer) ? Object.entries(answer) : [];
}

function dateFields(name: string, date: string): Field[] {
  const [year = "", month = "", ...day] = date.split("-");
  return [
    [`${name}-day`, [unpadded(day.join("-"))]],
    [`${name}-month`, [unpadded(month)]],
    [`${name}-year`, [year]],
  ];
}

function listOf(answer: Answer): readonly Answer[] {
  return Array.isArray(answer) ? answer : [];
}

function unpadded(text: string): string {
  return text.replace(/^0(?=\d)/, "");
}
