import { logicOf, typedFrom } from "./calculation/logic.ts";
import { calculationIn, textOf } from "./calculation/rows.ts";
import type { AnyQuestion } from "./held.ts";
import { linesOf, optionsOf } from "./option-lines.ts";
import type { Setting } from "./settings.ts";

/** What a setting comes to: a value for each part of the question, undefined where it says nothing any more. */
export type Written = ReadonlyMap<string, unknown>;

/** What the field of a setting shows. */
export function shownBy(setting: Setting, question: AnyQuestion): string {
  if (setting.kind === "must") return mustOf(question);
  const value = valueAt(question, setting.path);
  if (value === undefined) return "";
  switch (setting.kind) {
    case "tick":
      return value === setting.ticked ? "yes" : "";
    case "calculation":
      return textOf(typedFrom(value));
    case "options":
      return "options" in question ? linesOf(question.options) : "";
    default:
      return String(value);
  }
}

/** What was entered into the field of a setting, or a sentence of what is wrong with it. */
export function writtenBy(
  setting: Setting,
  text: string,
  question: AnyQuestion,
): Written | { readonly fault: string } {
  const only = (value: unknown) => new Map([[setting.path, value]]);
  switch (setting.kind) {
    case "must":
      return mustFrom(text);
    case "tick":
      return only(text === "" ? undefined : setting.ticked);
    case "number":
      return numberFrom(text, only);
    case "calculation":
      return calculationFrom(text, only);
    case "options":
      return optionsFrom(text, question, only);
    default:
      return wordsFrom(text.trim(), setting, only);
  }
}

type Only = (value: unknown) => Written;

function optionsFrom(text: string, question: AnyQuestion, only: Only) {
  const read = optionsOf(text, "options" in question ? question.options : []);
  return "fault" in read ? read : only(read.options);
}

function calculationFrom(text: string, only: Only) {
  const read = logicOf(calculationIn(text));
  return "fault" in read ? read : only(read.value);
}

function wordsFrom(text: string, setting: Setting, only: Only) {
  if (text !== "") return only(text);
  return setting.needed ? { fault: neededBy(setting) } : only(undefined);
}

function neededBy({ field, label }: Setting): string {
  return field === "label" ? "Enter the question" : `Fill in “${label}”`;
}

function numberFrom(text: string, only: Only) {
  if (text.trim() === "") return only(undefined);
  const number = Number(text.replaceAll(",", ""));
  return Number.isFinite(number) ? only(number) : { fault: "Enter a number, such as 20" };
}

const under = "when:";

function mustOf({ required, requiredWhen }: AnyQuestion): string {
  if (requiredWhen !== undefined) return `${under}${requiredWhen}`;
  return required ? "yes" : "no";
}

function mustFrom(text: string): Written {
  const when = text.startsWith(under) ? text.slice(under.length) : undefined;
  return new Map<string, unknown>([
    ["required", text !== "no"],
    ["requiredWhen", when],
  ]);
}

/** The value of `must` that names a condition. */
export function mustWhen(condition: string): string {
  return `${under}${condition}`;
}

function valueAt(question: AnyQuestion, path: string): unknown {
  return path
    .split("/")
    .reduce<unknown>(
      (value, step) =>
        typeof value === "object" && value !== null && Object.hasOwn(value, step)
          ? Reflect.get(value, step)
          : undefined,
      question,
    );
}
