import type { DraftDefinition } from "@guildhall/contract";
import { sayCondition } from "../conditions/say.ts";
import { type Data, isFields, ownOf } from "../data.ts";
import { capital, partWords } from "../words/part-words.ts";
import { conditionTitle } from "../words/question-title.ts";
import type { Step } from "./compare.ts";
import type { Both } from "./say.ts";

type Sentence = (step: Step, both: Both) => string | undefined;

/** Say a difference in a sentence of its own, where the plain one would not be what people say. */
export function specially(step: Step, both: Both): string | undefined {
  const [, , owner] = [...step.steps].reverse();
  const field = step.steps.at(-1) ?? "";
  const sentence =
    ownOf(ofService, step.steps.join("/")) ??
    ownOf(ofItems, `${owner}/${field}`) ??
    ownOf(anywhere, field);
  return sentence?.(step, both);
}

const ofService: Readonly<Record<string, Sentence>> = {
  "retention/days": counted((days) => `Answers are now kept for ${days} days`),
  "retention/draftDays": counted((days) => `Unfinished forms are now kept for ${days} days`),
  "target/firstResponseWorkingDays": counted(
    (days) => `A first answer is now promised within ${days} working days`,
  ),
};

const ofItems: Readonly<Record<string, Sentence>> = {
  "questions/required": ({ steps, after }, both) =>
    `${owner(steps, both)} ${after === false ? "may now be left out" : "must now be answered"}.`,
  "questions/requiredWhen": ({ steps, after }, both) =>
    after === undefined
      ? `Whether ${lower(owner(steps, both))} must be answered no longer depends on a condition.`
      : `${owner(steps, both)} must now be answered only if: ${titleOf(both, after)}.`,
  "questions/type": ({ steps, after, before }, both) =>
    `${owner(steps, both)} now asks for ${typeWords(after)} instead of ${typeWords(before)}.`,
  "conditions/when": ({ steps, after }, both) =>
    // A definition as data is the definition.
    `${owner(steps, both)} now holds when ${sayCondition(both.after as unknown as DraftDefinition, after)}.`,
  "rows/required": ({ steps, after }, both) =>
    `${owner(steps, both)} ${after === true ? "must now have a value" : "may now be without a value"}.`,
  "rows/when": shownIf("is now written only if", "is now always written"),
  "steps/when": shownIf("is now done only if", "is now always done"),
};

const anywhere: Readonly<Record<string, Sentence>> = {
  when: shownIf("is now shown only if", "is now always shown"),
  id: ({ steps, before, after }, both) =>
    steps.length === 1
      ? undefined
      : `${owner(steps, both)} has the short name “${after}” instead of “${before}”.`,
  value: ({ steps, before, after }, both) =>
    typeof after === "string" && typeof before === "string" && steps.at(-3) === "options"
      ? `${owner(steps, both)} has the short name “${after}” instead of “${before}”.`
      : undefined,
};

function counted(words: (count: string) => string): Sentence {
  return ({ before, after }) => {
    if (typeof after !== "number") return undefined;
    const instead = typeof before === "number" ? ` instead of ${figure(before)}` : "";
    return `${words(figure(after)).replace(/\b1 (working )?days$/, "1 $1day")}${instead}.`;
  };
}

function figure(value: number): string {
  return value.toLocaleString("en-GB");
}

function shownIf(only: string, always: string): Sentence {
  return ({ steps, after }, both) => {
    if (isFields(after)) return undefined;
    return after === undefined
      ? `${owner(steps, both)} ${always}.`
      : `${owner(steps, both)} ${only}: ${titleOf(both, after)}.`;
  };
}

function owner(steps: readonly string[], { after }: Both): string {
  return capital(partWords(after, steps.slice(0, -1)));
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function titleOf({ after }: Both, id: Data): string {
  return conditionTitle(after, String(id));
}

const types: Readonly<Record<string, string>> = {
  text: "a short text",
  "long-text": "a long text",
  number: "a number",
  money: "an amount of money",
  date: "a date",
  "date-range": "a range of dates",
  time: "a time",
  "yes-no": "yes or no",
  radios: "one of several options",
  select: "one of a list of options",
  checkboxes: "any of several options",
  name: "a name",
  email: "an email address",
  phone: "a phone number",
  address: "an address",
  location: "a place",
  organisation: "an organisation",
  "vehicle-registration": "a registration number",
  declaration: "a declaration",
  "bank-details": "bank details",
  files: "files",
  group: "several items",
  calculated: "a calculated value",
};

function typeWords(type: Data | undefined): string {
  return ownOf(types, String(type)) ?? `“${type}”`;
}
