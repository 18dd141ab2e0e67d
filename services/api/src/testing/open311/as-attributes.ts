import type { Answers, ItemQuestion, Question, Service } from "@guildhall/contract";

type Sent = [code: string, values: string[]];

/** Write answers as an Open311 client sends them: the values of each attribute, by field. */
export function asAttributes({ form }: Service, answers: Answers): Map<string, string[]> {
  const sent = form.pages
    .flatMap(({ questions }) => questions)
    .flatMap((question) => sentFor(question, answers[question.id]));
  return new Map(sent.map(([code, values]) => [`attribute[${code}]`, values]));
}

function sentFor(question: Question, answer: unknown): Sent[] {
  if (answer === undefined || question.type === "files" || question.type === "calculated")
    return [];
  if (question.type !== "group") return [[question.id, asTexts(question, answer)]];
  const items = answer as Answers[];
  // Values are matched up by their place, so one that is left out is sent empty.
  return question.questions.map((inner) => [
    `${question.id}_${inner.id}`,
    items.map((item) => asTexts(inner, item[inner.id] ?? "").join(",")),
  ]);
}

function asTexts({ type }: ItemQuestion, answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.map(String);
  if (typeof answer === "boolean") return [answer ? "yes" : "no"];
  if (typeof answer !== "object") return [String(answer)];
  return [asText(type, answer as Record<string, string>)];
}

/** An answer of several parts as the words of one attribute. */
function asText(type: ItemQuestion["type"], parts: Record<string, string>): string {
  switch (type) {
    case "date-range":
      return `${parts.from} to ${parts.to}`;
    case "organisation":
      return parts.number === undefined ? `${parts.name}` : `${parts.name} (${parts.number})`;
    case "bank-details":
      return joined(parts, ["accountName", "sortCode", "accountNumber", "rollNumber"]);
    case "location":
      return joined(parts, ["latitude", "longitude", "description"]);
    default:
      return joined(parts, ["line1", "line2", "town", "postcode"]);
  }
}

function joined(parts: Record<string, string>, names: readonly string[]): string {
  return names.flatMap((name) => parts[name] ?? []).join(", ");
}
