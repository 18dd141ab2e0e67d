import type { Fact } from "@guildhall/contract";
import { type Data, isFields, ownOf } from "../data.ts";
import { questionTitle } from "./question-title.ts";
import { quoted } from "./quoted.ts";

/** Say where a mapping's value comes from. */
export function sourceWords(whole: Data, source: Data): string | undefined {
  if (!isFields(source)) return undefined;
  const { answer, fact, dataset, column, join, value } = source;
  if (typeof answer === "string") return answerWords(whole, answer);
  if (typeof fact === "string") return ownOf(factWords, fact) ?? quoted(fact);
  if (typeof dataset === "string") {
    return `${quoted(String(column))} of the dataset ${quoted(dataset)}`;
  }
  if (Array.isArray(join)) {
    return join.map((part) => sourceWords(whole, part) ?? "a value").join(", then ");
  }
  return typeof value === "object" ? "a fixed value" : `always ${quoted(String(value))}`;
}

function answerWords(whole: Data, path: string): string {
  const [head = "", part] = path.split(".");
  const title = questionTitle(whole, head);
  return part === undefined ? `the answer to ${title}` : `“${part}” of the answer to ${title}`;
}

/** What people call the facts that are known of a process. */
export const factWords: Readonly<Record<Fact, string>> = {
  processId: "the id of the process",
  reference: "the reference",
  receivedAt: "the moment when the form came in",
  respondBy: "the day of the promised answer",
  serviceTitle: "the title of the service",
  councilName: "the name of the council",
  summary: "all answers as text",
  callbackUrl: "the address to call back",
  grant: "the key to call back with",
  documentLinks: "the links to the documents",
  documentLabels: "the labels of the documents",
  location: "the address where the trouble is",
  "payment.reference": "the reference of the payment",
  "payment.amount": "the amount that was paid",
  "contact.name": "the person’s name",
  "contact.email": "the person’s email address",
  "contact.phone": "the person’s phone number",
};
