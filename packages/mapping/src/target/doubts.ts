import type {
  Form,
  ItemQuestion,
  Mapping,
  Question,
  Row,
  TargetField,
  Transform,
} from "@guildhall/contract";
import { valuesOf, type WrittenRow } from "../drift/written.ts";

type Asked = Question | ItemQuestion;

/** Why what a row writes may not be what its target takes, in one sentence; undefined where nothing speaks against it. */
export function doubtOf(
  field: TargetField,
  row: WrittenRow,
  { mapping, form }: { readonly mapping: Mapping; readonly form: Form },
): string | undefined {
  const written = { mapping, form, columnOf: () => undefined };
  const values = [...(valuesOf(written, row) ?? [])];
  const allowed = new Set(field.options?.map(({ code }) => code));
  const strange = allowed.size > 0 ? values.filter((value) => !allowed.has(value)) : [];
  if (strange[0] !== undefined)
    return `“${shortened(strange[0])}” is none of the values that are taken.`;
  const asked = questionOf(row.row, form);
  if (!asked || values.length > 0) return undefined;
  return lengthDoubt(field, row.row, asked) ?? kindDoubt(field, row.row, asked);
}

/** An answer that may be longer than its target takes, with no change that cuts it. */
function lengthDoubt(
  { limits }: TargetField,
  { change = [] }: Row,
  asked: Asked,
): string | undefined {
  const [most, longest] = [limits?.maxLength, longestOf(asked)];
  const isCut = change.some((one) => typeof one === "object" && ("cut" in one || "pieces" in one));
  if (most === undefined || longest === undefined || longest <= most || isCut || changes(change))
    return undefined;
  return `An answer may have ${longest.toLocaleString("en-GB")} characters, and ${most.toLocaleString("en-GB")} are taken.`;
}

function longestOf(asked: Asked): number | undefined {
  return "maxLength" in asked ? asked.maxLength : undefined;
}

/** An answer of one kind for a target of another, with no change that makes it one. */
function kindDoubt({ type }: TargetField, { change = [] }: Row, asked: Asked): string | undefined {
  const wrong = unfit[type];
  if (!wrong?.types.has(asked.type) || changes(change)) return undefined;
  return `“${asked.label}” does not give ${wrong.what}.`;
}

/** Whether a change makes another kind of value of an answer. */
function changes(change: readonly Transform[]): boolean {
  return change.some((one) => typeof one === "object" || !tidying.has(one));
}

const tidying: ReadonlySet<Transform> = new Set(["upper", "lower", "capitals", "trim", "collapse"]);

const texts = ["text", "long-text", "name", "email", "phone", "organisation", "address", "files"];
const chosen = ["radios", "select", "checkboxes", "yes-no"];

const unfit: Partial<Record<TargetField["type"], { what: string; types: ReadonlySet<string> }>> = {
  number: { what: "a number", types: new Set([...texts, ...chosen, "date", "time"]) },
  integer: { what: "a whole number", types: new Set([...texts, ...chosen, "date", "time"]) },
  boolean: { what: "true or false", types: new Set([...texts, "date", "time", "number", "money"]) },
  date: { what: "a date", types: new Set([...texts, ...chosen, "time", "number", "money"]) },
  "date-time": {
    what: "a date with a time",
    types: new Set([...texts, ...chosen, "time", "number"]),
  },
  place: {
    what: "a place",
    types: new Set([...texts.filter((one) => one !== "address"), ...chosen]),
  },
};

function questionOf({ from }: Row, { pages }: Form): Asked | undefined {
  if (!from || !("answer" in from)) return undefined;
  const all = pages
    .flatMap(({ questions }) => questions)
    .flatMap((one): Asked[] => (one.type === "group" ? [one, ...one.questions] : [one]));
  // A part of an answer has a kind of its own.
  return all.find(({ id }) => id === from.answer);
}

function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 80)}…` : value;
}
