import type {
  ConditionRow,
  DraftDefinition,
  NamedCondition,
  OutlineReading,
  Question,
} from "@guildhall/contract";
import { freeName, nameFrom } from "@guildhall/forms";
import { logicOf } from "../conditions/parts.ts";
import { cut } from "./cut.ts";

/** No question has more words. */
const mostWords = 150;

type Words = string | undefined;

/**
 * Makes named conditions of what was written behind “Only if”: the words of a question that is asked before, “is”,
 * “is not” or “includes”, and an answer.
 */
export class Conditions {
  /** Those that the draft needs and has not. */
  readonly added: NamedCondition[] = [];
  /** By their words; of two with the same the later. */
  readonly #asked = new Map<string, Question>();
  readonly #taken: Set<string>;
  readonly #remarks: OutlineReading["remarks"];
  /** The conditions by the words that they were read from. */
  readonly #known = new Map<string, string>();

  constructor({ form }: DraftDefinition, remarks: OutlineReading["remarks"]) {
    for (const { questions } of form.pages) for (const question of questions) this.meet(question);
    this.#taken = new Set(form.conditions.map(({ id }) => id));
    this.#remarks = remarks;
  }

  /** Take note of a question, so that what comes after it may depend on it. */
  meet(question: Question): void {
    this.#asked.set(plain(question.label), question);
  }

  /** The `when` of what is asked only if, in an object; an empty one, with a remark, where it cannot be read. */
  whenOf(words: Words, line: number): { when?: string } {
    if (words === undefined) return {};
    const known = this.#known.get(words) ?? this.#add(words, line);
    return known === undefined ? {} : { when: known };
  }

  #add(words: string, line: number): string | undefined {
    const read = this.#read(words);
    if (typeof read === "string") {
      this.#remarks.push({ line, sentence: read });
      return undefined;
    }
    this.added.push(read);
    this.#known.set(words, read.id);
    return read.id;
  }

  #read(words: string): NamedCondition | string {
    const question = this.#questionIn(words);
    if (!question)
      return `“Only if ${words}”: begin with the words of a question that is asked before.`;
    const rest = plain(words).slice(plain(question.label).length);
    const [, is, answer = ""] = /^ (is not|is|includes|=) (.+)$/.exec(rest) ?? [];
    const value = is === undefined ? undefined : valueIn(question, answer);
    if (value === undefined)
      return `“Only if ${words}”: behind the question write “is” and ${answersTo(question)}.`;
    const id = freeName("conditions", nameFrom("conditions", answer), this.#taken);
    this.#taken.add(id);
    const comparison = question.type === "checkboxes" ? "includes" : "is";
    const negated = is === "is not" ? { negated: true } : {};
    const row: ConditionRow = { question: question.id, comparison, values: [value], ...negated };
    return { id, name: cut(words, 200), when: logicOf({ join: "all", rows: [row] }) };
  }

  /** The latest of those whose words these begin with; of several the one with the most words. */
  #questionIn(words: string): Question | undefined {
    const said = plain(words).split(" ").slice(0, mostWords);
    for (let count = said.length; count > 0; count -= 1) {
      const found = this.#asked.get(said.slice(0, count).join(" "));
      if (found) return found;
    }
    return undefined;
  }
}

function valueIn(question: Question, answer: string): string | number | boolean | undefined {
  if ("options" in question)
    return question.options.find(({ label }) => plain(label) === answer)?.value;
  if (question.type === "yes-no") return yesOrNo.get(answer);
  const number = Number(answer);
  if (question.type === "number") return Number.isNaN(number) ? undefined : number;
  return question.type === "text" ? answer : undefined;
}

const yesOrNo: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["no", false],
]);

function answersTo(question: Question): string {
  if ("options" in question) return "one of its options";
  if (question.type === "yes-no") return "“yes” or “no”";
  return question.type === "number" ? "a number" : "an answer that can be compared";
}

/** Words as they are compared: without marks, and however they are written. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[“”"'’?.,:]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
