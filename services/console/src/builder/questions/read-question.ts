import { type Edit, Question } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { Entered } from "../ground/part-fields.tsx";
import type { FieldEdit } from "../ground/save-edits.tsx";
import type { AnyQuestion, HeldQuestion } from "./held.ts";
import { shownBy, type Written, writtenBy } from "./read-setting.ts";
import { allSettingsFor, type Setting } from "./settings.ts";

/** The fields of a question’s form, as text. */
export type Shown = ReadonlyMap<string, string>;

/** What the form of a question shows before anything is typed. */
export function shownOf(question: AnyQuestion): Map<string, string> {
  return new Map(
    allSettingsFor(question.type).map((setting) => [setting.field, shownBy(setting, question)]),
  );
}

/** What was typed, with line ends as we write them. */
export function typedIn(fields: Fields, names: Iterable<string>): Map<string, string> {
  return new Map(
    [...names].map((name) => [name, (fieldOf(fields, name) ?? "").replaceAll("\r\n", "\n")]),
  );
}

export interface ReadQuestion {
  /** The question as it would be. */
  readonly question: AnyQuestion;
  readonly written: readonly { setting: Setting; parts: Written }[];
  readonly faults: Faults;
}

/** Read the form of a question. A setting that is wrong is as it was, and named. */
export function readQuestion(question: AnyQuestion, typed: Shown): ReadQuestion {
  const written: { setting: Setting; parts: Written }[] = [];
  const faults: Record<string, string> = {};
  for (const setting of allSettingsFor(question.type)) {
    const read = writtenBy(setting, typed.get(setting.field) ?? "", question);
    if ("fault" in read) faults[setting.field] = read.fault;
    else written.push({ setting, parts: read });
  }
  const parts = written.flatMap((one) => [...one.parts]);
  return { question: withParts(question, parts), written, faults };
}

/** The question with these parts; as it was where it could then not be read. */
function withParts(
  question: AnyQuestion,
  parts: readonly (readonly [string, unknown])[],
): AnyQuestion {
  const plain: Record<string, unknown> = { ...question };
  const errors: Record<string, unknown> = { ...question.errors };
  for (const [path, value] of parts) {
    const [first = "", code] = path.split("/");
    const [holder, name] = code === undefined ? [plain, first] : [errors, code];
    if (value === undefined) delete holder[name];
    else holder[name] = value;
  }
  const { errors: _, ...unsaid } = plain;
  const read = Question.safeParse(Object.keys(errors).length > 0 ? { ...plain, errors } : unsaid);
  return read.success ? read.data : question;
}

/**
 * The edits that somebody made: of each field that says otherwise than when its page was shown.
 *
 * What others changed meanwhile in other fields is thereby left as they have it.
 */
export function editsOf({ at }: HeldQuestion, read: ReadQuestion, changed: Changed): FieldEdit[] {
  return read.written
    .filter(({ setting }) => changed(setting.field))
    .flatMap(({ setting, parts }) =>
      [...parts].map(([path, to]) => ({ edit: said(`${at}/${path}`, to), field: setting.field })),
    );
}

export type Changed = (field: string) => boolean;

/** Which fields say otherwise than when their page was shown. */
export function changedSince(fields: Fields, typed: Shown): Changed {
  const entered = new Entered(fields);
  return (field) => (typed.get(field) ?? "") !== entered.was(field, "").replaceAll("\r\n", "\n");
}

/** Say something of a part, or nothing any more. */
export function said(at: string, to: unknown): Edit {
  // What a setting comes to is JSON.
  return to === undefined ? { act: "clear", at } : { act: "set", at, to: to as string };
}

/** A question of a kind before anything is said of it. */
export function blankQuestion(type: AnyQuestion["type"], id: string): AnyQuestion {
  const two = [1, 2].map((at) => ({ value: `option-${at}`, label: `Option ${at}` }));
  const first = { id: `${id}First`, type: "text", label: "…" };
  return Question.parse({
    id,
    type,
    label: "…",
    ...extra[type]?.({ two, first }),
  });
}

interface Fillers {
  readonly two: readonly object[];
  readonly first: object;
}
const withOptions = ({ two }: Fillers) => ({ options: two });
const extra: Partial<Record<AnyQuestion["type"], (fillers: Fillers) => object>> = {
  radios: withOptions,
  select: withOptions,
  checkboxes: withOptions,
  declaration: () => ({ statement: "…" }),
  group: ({ first }) => ({ itemName: "item", questions: [first] }),
  calculated: () => ({ value: 0 }),
};
