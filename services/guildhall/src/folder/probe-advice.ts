import type { Mapping, Question, Row, Source } from "@guildhall/contract";
import { type CompiledForm, partsOf } from "@guildhall/forms";
import type { Place } from "@guildhall/mapping";

/** Say which answers a row's trouble comes from, and what to do about it; nothing where that is plain. */
export function adviceFor(
  place: Place,
  sentence: string,
  { mapping, form }: { mapping: Mapping; form: CompiledForm },
): string | undefined {
  const row = rowAt(mapping, place.pointer);
  if (/is too long:/.test(sentence)) return row?.from && tooLong(row.from, form);
  const lacking = lackingIn(sentence);
  return lacking === undefined ? undefined : leftOut(lacking, row?.rows ?? mapping.rows, form);
}

function rowAt({ rows }: Mapping, pointer: string): Row | undefined {
  const indexes = [...pointer.matchAll(/\/rows\/(\d+)/g)].map(([, index]) => Number(index));
  let inside: readonly Row[] | undefined = rows;
  let row: Row | undefined;
  for (const index of indexes) {
    row = inside?.[index];
    inside = row?.rows;
  }
  return row;
}

function tooLong(from: Source, form: CompiledForm): string | undefined {
  if ("answer" in from) {
    const question = questionOf(from.answer, form);
    return question && `${nameOf(from.answer, question)} may ${lengthOf(question)}: cut it.`;
  }
  if ("fact" in from) return `The fact “${from.fact}” may be longer: cut it.`;
  return "join" in from ? "What is joined may be longer: cut it." : undefined;
}

function lengthOf(question: Question): string {
  if ("maxLength" in question) return `have ${question.maxLength.toLocaleString("en-GB")}`;
  return "be longer";
}

/** The first element that has to follow, or that another stands in the place of. */
function lackingIn(sentence: string): string | undefined {
  return (
    / is not complete: (?:one of )?([\w.-]+)/.exec(sentence)?.[1] ??
    /; expected: ([\w.-]+)/.exec(sentence)?.[1]
  );
}

function leftOut(name: string, rows: readonly Row[], form: CompiledForm): string | undefined {
  const row = allOf(rows).find(({ target }) => localNames(target).includes(name));
  if (!row) return `No row writes ${name}.`;
  const answer = allOf([row]).flatMap(({ from }) => (from && "answer" in from ? from.answer : []));
  const [path] = answer;
  const question = path === undefined ? undefined : questionOf(path, form);
  return path !== undefined && question ? `${nameOf(path, question)} may be left out.` : undefined;
}

/** A part of an answer that is made of several is named beside the question that it answers. */
function nameOf(path: string, { type, label }: Question): string {
  const part = partsOf(type).length > 0 ? path.split(".").at(-1) : undefined;
  const isWhole = part === undefined || !path.includes(".");
  return isWhole ? `The answer to “${label}”` : `“${part}” of the answer to “${label}”`;
}

function allOf(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => [row, ...allOf(row.rows ?? [])]);
}

function localNames(target: string): string[] {
  return target.split("/").map((step) => step.replace(/^.*:/, ""));
}

function questionOf(path: string, { questions }: CompiledForm): Question | undefined {
  const names = path.split(".");
  const own = questions.get(names[0] ?? "");
  if (own && own.items.length === 0) return own.question as Question; // Items' questions are questions too.
  const groups = own ? [own] : [...questions.values()];
  const wanted = own ? names[1] : names[0];
  const item = groups.flatMap(({ items }) => items).find(({ id }) => id === wanted);
  return item?.question as Question | undefined;
}
