import type { Form, Mapping, Question, Source, Transform } from "@guildhall/contract";
import { MappingFault } from "../fault.ts";
import { compileChanges, noScope } from "../field.ts";
import { type PlacedRow, placedRows } from "../rows.ts";
import { isAbsent, type MappingInput, type Scope } from "../scope.ts";

/** What a tenant's datasets hold: the values of a column, undefined where they are not known. */
export type ColumnOf = (dataset: string, column: string) => Iterable<string> | undefined;

/** A mapping of a live service, and what its answers come from. */
export interface Written {
  readonly mapping: Mapping;
  readonly form: Form;
  readonly columnOf: ColumnOf;
}

/** A row, by the place of its target in the document, without the prefixes of names. */
export interface WrittenRow extends PlacedRow {
  readonly path: string;
}

/** All rows of a mapping, blocks among them. */
export function writtenRows({ rows }: Mapping): WrittenRow[] {
  return placedRows(rows).map((placed) => ({ ...placed, path: plainPath(placed.place.target) }));
}

/** A target as designs name it: without the prefixes of namespaces. A shape has thousands, and most have none. */
export function plainPath(target: string): string {
  return target.includes(":") ? target.replace(/(^|\/)[^:@/]+:/g, "$1") : target;
}

export function plainName(name: string): string {
  return name.replace(/^[^:@]+:/, "");
}

/** The values that a row can write, whatever its citizen answers; undefined where that may be anything. */
export function valuesOf(
  written: Written,
  { row, place }: WrittenRow,
): ReadonlySet<string> | undefined {
  if (row.rows || !row.from || (row.change ?? []).some(isCode)) return undefined;
  const given = givenTo(written, row.from);
  if (!given) return undefined;
  const change = compileChanges(row, place, []) ?? ((value: unknown) => value);
  const scope = scopeOf(written, row.from);
  const made = given.flatMap((one) => [attempted(() => change(one, scope))].flat());
  return new Set(made.filter((value) => !isAbsent(value)).map(String));
}

/** A text that a row looks up in a code list. */
export interface LookedUp {
  readonly list: string;
  readonly text: string;
}

/** The texts that a row looks up and cannot do without, as far as they are known. */
export function lookedUpIn(written: Written, { row, place }: WrittenRow): LookedUp[] {
  const changes = row.change ?? [];
  const at = changes.findIndex(isCode);
  const coded = changes[at];
  if (!row.from || !coded || !isCode(coded) || coded.otherwise !== undefined) return [];
  const before = compileChanges({ ...row, change: changes.slice(0, at) }, place, []);
  const scope = scopeOf(written, row.from);
  const texts = (givenTo(written, row.from) ?? []).flatMap((one) =>
    [attempted(() => (before ? before(one, scope) : one))].flat(),
  );
  const known = new Set(texts.filter((text) => !isAbsent(text)).map(String));
  return [...known].map((text) => ({ list: coded.code, text }));
}

type CodeLookUp = Extract<Transform, { code: string }>;

function isCode(change: Transform): change is CodeLookUp {
  return typeof change === "object" && "code" in change;
}

/** What a source can give, where that is a known set. */
function givenTo(written: Written, source: Source): readonly unknown[] | undefined {
  if ("value" in source) return [source.value];
  if ("dataset" in source) {
    const column = written.columnOf(source.dataset, source.column);
    return column && [...column];
  }
  if (!("answer" in source)) return undefined;
  const asked = questionAt(written.form, source.answer);
  return asked && optionsOf(asked);
}

function optionsOf(question: Question): readonly unknown[] | undefined {
  if (question.type === "yes-no") return [true, false];
  if (question.type === "declaration") return [true];
  return "options" in question ? question.options.map(({ value }) => value) : undefined;
}

/** The question of an answer; a name in a group may be that of the group's own question. */
function questionAt({ pages }: Form, path: string): Question | undefined {
  const names = path.split(".");
  const last = names.at(-1);
  const all = pages.flatMap(({ questions }) => questions.flatMap(withInner));
  return names.length > 2 ? undefined : all.find(({ id }) => id === last);
}

function withInner(question: Question): Question[] {
  return question.type === "group" ? [question, ...question.questions] : [question];
}

function scopeOf({ form }: Written, source: Source): Scope {
  const asked = "answer" in source ? questionAt(form, source.answer) : undefined;
  const options = asked && "options" in asked ? asked.options : [];
  const labels: MappingInput["labels"] = (_, value) =>
    options.find((option) => option.value === value)?.label;
  return { ...noScope, input: { ...noScope.input, labels } };
}

/** What cannot be made of one value is said when the mapping is checked, and is no drift. */
function attempted(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    if (error instanceof MappingFault) return undefined;
    throw error;
  }
}
