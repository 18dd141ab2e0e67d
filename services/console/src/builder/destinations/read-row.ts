import type { MappingSources, Row, Source, TargetField } from "@guildhall/contract";
import { Fact } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";

type Question = MappingSources["pages"][number]["questions"][number];

/** What a row's form says, field by field. */
export interface TypedRow {
  /** `answer:…`, `fact:…`, `dataset:…`, `fixed`, or `kept` for what the form cannot show. */
  readonly source: string;
  readonly fixed: string;
  /** What a dataset is looked up by. */
  readonly key: string;
  readonly when: string;
  readonly required: boolean;
}

export function typedRow(fields: Fields): TypedRow {
  const said = (name: string) => fieldOf(fields, name) ?? "";
  return {
    // Who says a fixed value has said where it comes from.
    source: said("source") || (said("fixed") === "" ? "" : "fixed"),
    fixed: said("fixed"),
    key: said("key"),
    when: said("when"),
    required: said("required") === "yes",
  };
}

/** How a row stands in its form. */
export function rowAsTyped({ from, when = "", required = false }: Row): TypedRow {
  const typed = { source: "kept", fixed: "", key: "", when, required };
  if (!from) return { ...typed, source: "" };
  if ("dataset" in from)
    return { ...typed, source: `dataset:${from.dataset}:${from.column}`, key: simple(from.row) };
  const source = simple(from);
  if (source !== "") return { ...typed, source };
  if (!("value" in from) || typeof from.value === "object") return typed;
  return { ...typed, source: "fixed", fixed: String(from.value) };
}

function simple(source: Source): string {
  if ("answer" in source) return `answer:${source.answer}`;
  return "fact" in source ? `fact:${source.fact}` : "";
}

/** What an answer is called where a row stands: within the rows of its group by its own name alone. */
export function answerName({ answer, group }: Question, around: string | undefined): string {
  return group === undefined || group === around ? answer : `${group}.${answer}`;
}

/** The source that a form says; a sentence where it says none. */
export function sourceOf(
  { source, fixed, key }: TypedRow,
  { field, format }: { readonly field: TargetField | undefined; readonly format: "json" | "xml" },
): { readonly from: Source } | { readonly name: string; readonly fault: string } {
  const [kind = "", name = "", ...parts] = source.split(":");
  if (kind === "fixed") {
    if (fixed === "") return { name: "fixed", fault: "Enter the text that is always sent" };
    return { from: { value: format === "json" ? asKind(fixed, field) : fixed } };
  }
  if (kind === "dataset") {
    const row = single(key);
    if (!row) return { name: "key", fault: "Select what is looked up in the dataset" };
    // A column is called as its table calls it, with colons and all.
    return { from: { dataset: name, column: parts.join(":"), row } };
  }
  const from = single(source);
  return from ? { from } : { name: "source", fault: "Select where it comes from" };
}

type Single = Extract<Source, { answer: string }> | Extract<Source, { fact: string }>;

function single(source: string): Single | undefined {
  const [kind, name = ""] = source.split(":");
  const { data: fact } = Fact.safeParse(name);
  if (kind === "fact" && fact) return { fact };
  return kind === "answer" && name !== "" ? { answer: name } : undefined;
}

/** JSON keeps numbers and truths apart from texts. */
function asKind(typed: string, field: TargetField | undefined): string | number | boolean {
  const isNumber = field?.type === "number" || field?.type === "integer";
  if (isNumber && /^-?\d+(\.\d+)?$/.test(typed)) return Number(typed);
  if (field?.type === "boolean" && /^(true|false)$/.test(typed)) return typed === "true";
  return typed;
}
