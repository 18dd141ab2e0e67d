import type { QuestionType } from "./question-types.ts";

/** How a setting is asked for, and what becomes of what is entered. */
type SettingKind =
  | "line"
  | "words"
  | "number"
  | "tick"
  | "choice"
  /** Whether it must be answered: always, never, or under a condition. */
  | "must"
  /** Who is asked: everyone, or under a condition. */
  | "condition"
  | "options"
  /** How a result is worked out, from drop-downs. */
  | "calculation";

/** One thing that can be said of a question. */
export interface Setting {
  /** The name of its field. */
  readonly field: string;
  /** Where it is within the question. */
  readonly path: string;
  readonly kind: SettingKind;
  readonly label: string;
  readonly hint?: string;
  /** Which kinds of questions have it; all where it is left out. */
  readonly types?: readonly QuestionType[];
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** What it is when it is ticked. */
  readonly ticked?: unknown;
  /** Whether it has to be said. */
  readonly needed?: true;
  /** Whether it is read by citizens, in Welsh too. */
  readonly isText?: true;
}

const setting = (field: string, rest: Omit<Setting, "field" | "path">, path = field): Setting => ({
  field,
  path,
  ...rest,
});
const error = (code: string, label: string, types?: readonly QuestionType[]): Setting =>
  setting(
    `errors-${code}`,
    { kind: "line", label, isText: true, ...(types ? { types } : {}) },
    `errors/${code}`,
  );

const choices = ["radios", "select", "checkboxes"] as const;
const days = ["date", "date-range"] as const;
const amounts = ["number", "money"] as const;
const typed = [
  "number",
  "money",
  "date",
  "time",
  "email",
  "phone",
  "vehicle-registration",
] as const;

/** What the question says. */
const words: readonly Setting[] = [
  setting("label", { kind: "line", label: "Question", needed: true, isText: true }),
  setting("hint", {
    kind: "words",
    label: "Hint (optional)",
    hint: "A sentence that helps to answer it, such as an example.",
    isText: true,
  }),
  setting("statement", {
    kind: "words",
    label: "Statement",
    hint: "The sentence that the person confirms.",
    types: ["declaration"],
    needed: true,
    isText: true,
  }),
  setting("itemName", {
    kind: "line",
    label: "What one of them is called",
    hint: "For example date, person or vehicle. It stands on the button: “Add another person”.",
    types: ["group"],
    needed: true,
    isText: true,
  }),
  setting("options", {
    kind: "options",
    label: "Options, one on each line",
    hint: "You can paste a list. Before a | stands the value that the back office is sent; leave it out and we make one.",
    types: choices,
    needed: true,
  }),
  setting("value", {
    kind: "calculation",
    label: "How it is worked out",
    types: ["calculated"],
    needed: true,
  }),
];

/** What an answer may be. */
const bounds: readonly Setting[] = [
  setting("maxLength", {
    kind: "number",
    label: "Most characters (optional)",
    types: ["text", "long-text"],
  }),
  setting("width", {
    kind: "choice",
    label: "How wide the field is",
    types: ["text"],
    choices: [
      { value: "", label: "As wide as the page" },
      { value: "20", label: "About 20 characters" },
      { value: "10", label: "About 10 characters" },
      { value: "5", label: "About 5 characters" },
    ],
  }),
  setting("min", { kind: "number", label: "Smallest (optional)", types: amounts }),
  setting("max", { kind: "number", label: "Largest (optional)", types: amounts }),
  setting("decimals", {
    kind: "number",
    label: "Figures after the point (optional)",
    types: ["number", "calculated"],
  }),
  setting("unit", {
    kind: "line",
    label: "Unit (optional)",
    hint: "Stands beside the number, such as miles.",
    types: ["number", "calculated"],
    isText: true,
  }),
  setting("approximate", {
    kind: "tick",
    label: "A month or a year will do",
    types: ["date"],
    ticked: true,
  }),
  setting("notAfter", {
    kind: "tick",
    label: "Not in the future",
    types: days,
    ticked: "today",
  }),
  setting("notBefore", { kind: "tick", label: "Not in the past", types: days, ticked: "today" }),
  setting("outside", {
    kind: "choice",
    label: "If it is in another council’s area",
    types: ["address", "location"],
    choices: [
      { value: "", label: "Ask whether it is right" },
      { value: "allowed", label: "That is fine" },
      { value: "refused", label: "It ends there, and we say which council to ask" },
    ],
  }),
  setting("maxFiles", {
    kind: "number",
    label: "Most files (optional, up to 10)",
    types: ["files"],
  }),
  setting("fileLabel", {
    kind: "line",
    label: "What is asked of each file (optional)",
    hint: "For example: What does this show?",
    types: ["files"],
    isText: true,
  }),
  setting(
    "fewest",
    { kind: "number", label: "Fewest of them (optional)", types: ["group"] },
    "min",
  ),
  setting("most", { kind: "number", label: "Most of them (optional)", types: ["group"] }, "max"),
];

/** Who is asked, and why. */
const asking: readonly Setting[] = [
  setting("must", { kind: "must", label: "Must it be answered?" }),
  setting("when", { kind: "condition", label: "Who is asked?" }),
  setting("purpose", {
    kind: "line",
    label: "Why you ask it (optional)",
    hint: "What the council does with the answer. Colleagues read it, and whoever looks after personal data.",
  }),
];

/** What is said when something is wrong. */
const errors: readonly Setting[] = [
  error("required", "When it is left out"),
  error("invalid", "When it cannot be read", typed),
  error("too-long", "When it is too long", ["text", "long-text"]),
  error("too-few", "When it is too small", amounts),
  error("too-many", "When it is too large", amounts),
  error("future", "When it is in the future", days),
  error("past", "When it is in the past", days),
];

export const settings = { words, bounds, asking, errors };

/** What is calculated is asked of nobody. */
const notOfResults = new Set(["must", "errors-required"]);

/** The settings of a list that a kind of question has. */
export function settingsFor(list: readonly Setting[], type: QuestionType): readonly Setting[] {
  return list.filter(
    ({ types, field }) =>
      (!types || types.includes(type)) && !(type === "calculated" && notOfResults.has(field)),
  );
}

export function allSettingsFor(type: QuestionType): readonly Setting[] {
  return settingsFor([...words, ...bounds, ...asking, ...errors], type);
}
