import type { ChangeKind, ChangeSetting, Transform } from "@guildhall/contract";
import { kindsOfAddress, kindsOfPlace } from "./change-kinds-of-places.ts";
import { exampleDates } from "./example-dates.ts";

type More = Partial<Omit<ChangeSetting, "path" | "label">>;

function setting(path: string, label: string, more: More = {}): ChangeSetting {
  return { path: path.split("."), label, kind: "text", required: true, ...more };
}

function word(id: Extract<Transform, string>, title: string, hint?: string): ChangeKind {
  return { id, title, ...(hint === undefined ? {} : { hint }), base: id, settings: [] };
}

function set(id: string, title: string, settings: readonly ChangeSetting[]): ChangeKind {
  return { id, title, base: {}, settings: [...settings] };
}

const optional = { required: false } as const;
const counted = { kind: "number" } as const;

/**
 * Every kind of change that a row can make, as people choose it, with the settings that it asks for.
 *
 * What is new among transforms has to be named here: a test finds what is not.
 */
export const changeKinds: readonly ChangeKind[] = [
  set("list", "Option by option", [
    setting("list", "What each option becomes", { kind: "options" }),
    setting("otherwise", "What anything else becomes", optional),
  ]),
  { id: "label", title: "The option’s own words", base: { label: "of-option" }, settings: [] },
  set("code", "A code from the back office’s list", [
    setting("code", "Name of the list"),
    setting("otherwise", "What a text that is not in the list becomes", optional),
  ]),
  set("date", "A date or time in another form", [
    setting("date", "Form", { kind: "choice", choices: [...exampleDates] }),
  ]),
  set("cut", "No longer than", [
    setting("cut", "Most characters", counted),
    setting("after", "Where it is cut", {
      ...optional,
      kind: "choice",
      choices: [
        { value: "character", label: "After any character" },
        { value: "word", label: "After a whole word" },
      ],
    }),
    setting("mark", "What ends a text that was cut", { ...optional, hint: "For example, …" }),
  ]),
  word("upper", "In capitals"),
  word("lower", "In small letters"),
  word("capitals", "With a capital at the start of each word"),
  word("collapse", "On one line"),
  word("trim", "Without spaces around it"),
  word("digits", "Only its digits"),
  word("ascii", "In plain letters", "Without accents, for old systems"),
  word("number", "As a number"),
  word("text", "As text"),
  word("count", "How many there are"),
  set("phone", "A phone number in one form", [
    setting("phone", "Form", {
      kind: "choice",
      choices: [
        { value: "international", label: "+441632960001" },
        { value: "national", label: "01632960001" },
      ],
    }),
  ]),
  ...kindsOfAddress,
  ...kindsOfPlace,
  set("join", "Several in one text", [
    setting("join", "What stands between them", { hint: "For example, a comma" }),
  ]),
  set("pieces", "A long text in pieces", [setting("pieces", "Most characters of each", counted)]),
  set("pad", "Filled up from the left", [
    setting("pad.to", "Number of characters", counted),
    setting("pad.with", "Character to fill up with", { hint: "For example, 0" }),
  ]),
  set("absent", "Nothing for some values", [
    setting("absent", "Values, one on each line", { kind: "lines" }),
  ]),
  set("only", "Only some characters", [
    setting("only", "Characters", { hint: "For example, A-Za-z0-9" }),
    setting("instead", "What any other becomes", optional),
  ]),
];

/** Which kind a change is of. */
export function changeKindOf(change: Transform): string {
  if (typeof change === "string") return change;
  if ("address" in change)
    return typeof change.address === "string" ? "address-part" : "address-lines";
  return changeKinds.find(({ id }) => id in change)?.id ?? "";
}
