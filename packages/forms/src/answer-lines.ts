import type { Answers, Language, Option } from "@guildhall/contract";
import { gridReference } from "@guildhall/grid";
import type { CompiledQuestion } from "./compiled.ts";
import { isPlace } from "./kinds/location.ts";
import { plateGroups } from "./kinds/vehicle.ts";
import { phrases } from "./phrases.ts";
import type { AnyQuestion } from "./question.ts";
import { type Answer, isRecord, own, plainText } from "./sheet.ts";
import { dateWords, numberWords, periodWords, rangeWords, timeWords } from "./words.ts";

/** What stands around an answer that is read back. */
export interface Reader {
  /** The answers to the questions before it. */
  readonly kept: Answers;
  /** Whether the words are for nobody but who gave the answers. */
  readonly toThemself: boolean;
  /** The language of the words; the question is to be in it. */
  readonly language: Language;
}

/** Say one answer in plain language, line by line; nothing where there is none. Never throws. */
export function linesOf(
  asked: CompiledQuestion,
  answer: Answer | undefined,
  reader: Reader,
): string[] {
  if (Array.isArray(answer)) return listLines(asked, answer, reader);
  if (isRecord(answer)) return partLines(asked.question, answer, reader);
  if (typeof answer === "boolean") return truthLines(asked.question, answer, reader);
  if (typeof answer === "number") return [numberWords(answer, asked.question)];
  return typeof answer === "string" ? textLines(asked.question, answer, reader) : [];
}

export function optionLabel(options: readonly Option[], value: string): string | undefined {
  return options.find((option) => option.value === value)?.label;
}

function truthLines(question: AnyQuestion, answer: boolean, { language }: Reader): string[] {
  if (question.type === "declaration") return answer ? brokenLines(question.statement) : [];
  const { yes, no } = phrases[language];
  return [answer ? yes : no];
}

function textLines(question: AnyQuestion, answer: string, { language }: Reader): string[] {
  if ("options" in question) return [optionLabel(question.options, answer) ?? answer];
  switch (question.type) {
    case "date":
      return [(question.approximate ? periodWords : dateWords)(answer, language)];
    case "time":
      return [timeWords(answer, language)];
    case "vehicle-registration":
      return [plateGroups(answer)?.join(" ") ?? answer];
    default:
      return brokenLines(answer);
  }
}

function brokenLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

function listLines(asked: CompiledQuestion, answer: readonly Answer[], reader: Reader): string[] {
  const { question } = asked;
  if (question.type === "group") {
    return answer.flatMap((item, index) => [
      `${capital(question.itemName)} ${index + 1}`,
      ...(isRecord(item) ? itemLines(asked.items, item as Answers, reader) : []),
    ]);
  }
  if (question.type === "files") return [phrases[reader.language].files(answer.length)];
  return answer.flatMap((value) => textLines(question, plainText(value), reader));
}

function itemLines(items: readonly CompiledQuestion[], item: Answers, reader: Reader): string[] {
  return items.flatMap((asked) => {
    if (asked.when && !asked.when({ ...reader.kept, ...item })) return [];
    const lines = linesOf(asked, own(item, asked.id), reader);
    return lines.length > 0 ? underLabel(asked.question, lines) : [];
  });
}

/** An item's answer beside its label; a story of several lines keeps them. */
function underLabel({ label, type }: AnyQuestion, lines: readonly string[]): string[] {
  const title = label.endsWith("?") ? label : `${label}:`;
  return type === "long-text" && lines.length > 1
    ? [title, ...lines]
    : [`${title} ${lines.join(", ")}`];
}

type Whole = Readonly<Record<string, unknown>>;

function partLines({ type }: AnyQuestion, answer: Whole, reader: Reader): string[] {
  switch (type) {
    case "date-range":
      return rangeLines(answer, reader);
    case "location":
      return [...partsAsLines(answer, ["description", "postcode"]), ...gridLines(answer, reader)];
    case "organisation":
      return partsAsLines(answer, ["name", "number"]);
    case "bank-details":
      return bankLines(answer, reader);
    default:
      return partsAsLines(answer, ["line1", "line2", "town", "postcode"]);
  }
}

function rangeLines(range: Whole, { language }: Reader): string[] {
  const [from, to] = [textIn(range, "from"), textIn(range, "to")];
  return from === undefined || to === undefined ? [] : [rangeWords(from, to, language)];
}

function gridLines(location: Whole, { language }: Reader): string[] {
  return isPlace(location) ? [phrases[language].gridReference(gridReference(location))] : [];
}

/** Who reads along learns no more than which account is meant; its owner sees what to compare with a card. */
function bankLines(details: Whole, { toThemself, language }: Reader): string[] {
  const say = phrases[language];
  const sortCode = textIn(details, "sortCode")?.match(/\d{2}/g)?.join("-");
  const lastFour = textIn(details, "accountNumber")?.slice(-4);
  return [
    ...partsAsLines(details, ["accountName"]),
    ...(toThemself && sortCode ? [say.sortCode(sortCode)] : []),
    ...(lastFour ? [say.accountEnding(lastFour)] : []),
    ...(toThemself ? partsAsLines(details, ["rollNumber"]) : []),
  ];
}

function partsAsLines(answer: Whole, parts: readonly string[]): string[] {
  return parts.flatMap((part) => textIn(answer, part) ?? []);
}

function textIn(answer: Whole, part: string): string | undefined {
  const text = own(answer, part);
  return typeof text === "string" && text !== "" ? text : undefined;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
