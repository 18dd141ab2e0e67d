import { type Edit, type PartPath, Question } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { Entered } from "../ground/part-fields.tsx";
import type { FieldEdit } from "../ground/save-edits.tsx";
import { calculationField, typedText } from "./calculation/rows.ts";
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
    [...names].map((name) => [
      name,
      name === calculationField && !fields.has(name) ? typedText(fields) : wordsIn(fields, name),
    ]),
  );
}

function wordsIn(fields: Fields, name: string): string {
  return (fieldOf(fields, name) ?? "").replaceAll("\r\n", "\n");
}

/** What was entered for one setting. */
interface WrittenSetting {
  readonly setting: Setting;
  readonly parts: Written;
}

export interface ReadQuestion {
  /** The question as it would be, without what does not fit. */
  readonly question: AnyQuestion;
  readonly written: readonly WrittenSetting[];
  /** What no question can have there, as a number that is too large: the API says why when it is sent. */
  readonly unfit: readonly WrittenSetting[];
  readonly faults: Faults;
}

/** Read the form of a question. A setting that is wrong is as it was, and named. */
export function readQuestion(question: AnyQuestion, typed: Shown): ReadQuestion {
  const written: WrittenSetting[] = [];
  const unfit: WrittenSetting[] = [];
  const faults: Record<string, string> = {};
  let made = question;
  for (const setting of allSettingsFor(question.type)) {
    const parts = writtenBy(setting, typed.get(setting.field) ?? "", question);
    if ("fault" in parts) {
      faults[setting.field] = parts.fault;
      continue;
    }
    const fitted = withParts(made, parts);
    written.push({ setting, parts });
    if (!fitted) unfit.push({ setting, parts });
    made = fitted ?? made;
  }
  return { question: made, written, unfit, faults };
}

/** The question with these parts; nothing where it could then not be read. */
function withParts(question: AnyQuestion, parts: Written): AnyQuestion | undefined {
  const plain: Record<string, unknown> = { ...question };
  const errors: Record<string, unknown> = { ...question.errors };
  for (const [path, value] of parts) {
    const [first = "", code] = path.split("/");
    const [holder, name] = code === undefined ? [plain, first] : [errors, code];
    if (value === undefined) delete holder[name];
    else holder[name] = value;
  }
  const { errors: _, ...unsaid } = plain;
  return Question.safeParse(Object.keys(errors).length > 0 ? { ...plain, errors } : unsaid).data;
}

/**
 * The edits that somebody made: of each field that says otherwise than when its page was shown.
 *
 * What others changed meanwhile in other fields is thereby left as they have it.
 */
export function editsOf({ at }: HeldQuestion, read: ReadQuestion, changed: Changed): FieldEdit[] {
  return read.written
    .filter(({ setting }) => changed(setting.field))
    .flatMap((one) => editsAt(at, one));
}

/** What says a setting of the question that stands there. */
export function editsAt(at: PartPath, { setting, parts }: WrittenSetting): FieldEdit[] {
  return [...parts].map(([path, to]) => ({
    edit: said(`${at}/${path}`, to),
    field: setting.field,
  }));
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
