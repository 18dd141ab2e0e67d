import type { OutlineReading, Question } from "@guildhall/contract";
import { ItemQuestion, Question as QuestionWords } from "@guildhall/contract";
import { freeName, nameFrom } from "@guildhall/forms";
import type { Conditions } from "./conditions-of.ts";
import { cut } from "./cut.ts";
import { kindOf } from "./kind-of.ts";
import type { Mark } from "./lines.ts";
import type { Kinds, Names } from "./read-outline.ts";

/** A question as it was written, with what stands below it. */
export interface Asked {
  readonly at: number;
  readonly words: string;
  readonly marks: ReadonlySet<Mark>;
  readonly options: string[];
  readonly items: Asked[];
  hint: string | undefined;
  /** What stands behind “Only if”. */
  when: string | undefined;
}

interface Reading {
  readonly kinds: Kinds;
  readonly names: Names;
  readonly remarks: OutlineReading["remarks"];
  readonly conditions: Conditions;
}

type Kind = Question["type"];

const longest = { label: 300, option: 200, hint: 1000 };
const chosen: ReadonlySet<Kind> = new Set(["radios", "select", "checkboxes"]);
/** More than these are easier to find in a list. */
const mostRadios = 15;

/** Make the question that was written down. */
export function questionOf(asked: Asked, reading: Reading): Question {
  const type = kindMeant(asked, reading);
  const id = reading.names.question(asked.words);
  const when = reading.conditions.whenOf(asked.when, asked.at);
  const common = { id, ...commonOf(asked, reading), ...when };
  const question = QuestionWords.parse({ ...common, type, ...withinOf(type, asked, reading) });
  reading.conditions.meet(question);
  return question;
}

function withinOf(type: Kind, asked: Asked, reading: Reading) {
  if (type !== "group") return partsOf(type, asked, reading);
  const taken = new Set<string>();
  return { itemName: "entry", questions: asked.items.map((item) => itemOf(item, reading, taken)) };
}

function itemOf(asked: Asked, reading: Reading, taken: Set<string>): ItemQuestion {
  const meant = kindMeant(asked, reading);
  const fits = ItemQuestion.def.options.some((one) => one.shape.type.value === meant);
  const type = fits ? meant : "text";
  const id = reading.names.question(asked.words, taken);
  if (!fits)
    remark(
      reading,
      asked,
      "This cannot be asked of each of several: it is read as a short answer.",
    );
  return ItemQuestion.parse({
    id,
    ...commonOf(asked, reading),
    type,
    ...partsOf(type, asked, reading),
  });
}

function commonOf(asked: Asked, reading: Reading) {
  const { words, marks, hint } = asked;
  if (words.length > longest.label)
    remark(
      reading,
      asked,
      `A question has at most ${longest.label} characters: the rest is cut off.`,
    );
  return {
    label: cut(words, longest.label),
    required: !marks.has("optional"),
    ...(hint && { hint: cut(hint, longest.hint) }),
  };
}

/** What was said, or what stands below it tells, or what its words do; with a remark where that cannot be. */
function kindMeant(asked: Asked, reading: Reading): Kind {
  if (asked.items.length > 0) return "group";
  const type = reading.kinds[asked.at] ?? guessed(asked);
  const missing = missingFor(type, asked);
  if (missing !== undefined) {
    remark(reading, asked, missing);
    const other = kindOf(asked.words);
    return other === type ? "text" : other;
  }
  if (!chosen.has(type) && asked.options.length > 0)
    remark(reading, asked, "Its options are left out, as it is no choice.");
  return type;
}

function guessed({ marks, options, words }: Asked): Kind {
  if (marks.has("several")) return "group";
  return options.length > 0 ? chosenOf(marks, options) : kindOf(words);
}

/** Why it cannot be of this kind, as it is written. */
function missingFor(type: Kind, { options }: Asked): string | undefined {
  if (type === "group")
    return "“Several” needs the questions that are asked of each below it, each after “>”.";
  if (type === "calculated")
    return "How a result is worked out cannot be written here: it is read as a short answer.";
  return chosen.has(type) && new Set(options).size < 2
    ? "A choice needs at least two options below it, each after a hyphen."
    : undefined;
}

function chosenOf(marks: ReadonlySet<Mark>, options: readonly string[]): Kind {
  if (marks.has("any")) return "checkboxes";
  return options.length > mostRadios ? "select" : "radios";
}

/** What a question of a kind needs beside its label. */
function partsOf(type: Kind, asked: Asked, reading: Reading) {
  if (type === "declaration") return { statement: cut(asked.words, 1000) };
  return chosen.has(type) ? { options: optionsOf(asked, reading) } : {};
}

function optionsOf(asked: Asked, reading: Reading) {
  const labels = [...new Set(asked.options)];
  if (labels.length < asked.options.length)
    remark(reading, asked, "Two of its options are the same: one is left out.");
  const taken = new Set<string>();
  return labels.map((label) => {
    const value = freeName("options", nameFrom("options", label), taken);
    taken.add(value);
    return { value, label: cut(label, longest.option) };
  });
}

function remark({ remarks }: Reading, { at }: Asked, sentence: string): void {
  remarks.push({ line: at, sentence });
}
